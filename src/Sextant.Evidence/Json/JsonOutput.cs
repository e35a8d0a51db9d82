using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Sextant.Map;

namespace Sextant.Evidence.Json;

/// <summary>How JSON is written here: the same bytes on every system, and never much of it in memory.</summary>
internal static class JsonOutput
{
    private const int FlushAt = 1 << 16;

    /// <summary>For files that people read and compare.</summary>
    public static JsonWriterOptions Indented { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For JSON inside HTML: escapes all that HTML or a script could take for its own.</summary>
    public static JsonWriterOptions Embedded { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    extension(Utf8JsonWriter json)
    {
        /// <summary>Hands on what is written so far once it is much; to be called between the elements of long arrays.</summary>
        public void FlushIfLarge()
        {
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        /// <summary>An array of texts; left out if it is empty.</summary>
        public void WriteStrings(string name, IEnumerable<string> values)
        {
            var opened = false;
            foreach (var value in values)
            {
                if (!opened)
                    json.WriteStartArray(name);
                opened = true;
                json.WriteStringValue(value);
            }

            if (opened)
                json.WriteEndArray();
        }

        /// <summary>An array of texts, also if it is empty.</summary>
        public void WriteStringArray(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        /// <summary>A text; left out if it is empty.</summary>
        public void WriteText(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                json.WriteString(name, value);
        }

        /// <summary>The value of a facet as what it is in JSON.</summary>
        public void WriteFacet(PropertyValue value)
        {
            switch (value)
            {
                case PropertyValue.Flag flag:
                    json.WriteBooleanValue(flag.Value);
                    break;
                case PropertyValue.Number number when double.IsFinite(number.Value):
                    json.WriteNumberValue(number.Value);
                    break;
                case PropertyValue.Set set:
                    json.WriteStartArray();
                    foreach (var member in set.Members)
                        json.WriteStringValue(member);
                    json.WriteEndArray();
                    break;
                default:
                    json.WriteStringValue(value.ToString());
                    break;
            }
        }
    }
}
