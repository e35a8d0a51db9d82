using System.Text.Json;
using Sextant.Map;

namespace Sextant.Evidence.Json;

/// <summary>Reads fields of a scan document; what is missing or of another type is said by name.</summary>
internal static class JsonFields
{
    extension(JsonElement element)
    {
        /// <summary>A text that must be there.</summary>
        public string Text(string name) => element.OptionalText(name) ?? throw Missing(name, "a text");

        /// <summary>A text that may be absent.</summary>
        public string? OptionalText(string name)
        {
            if (element.Field(name) is not { } field)
                return null;
            return field.ValueKind == JsonValueKind.String ? field.GetString() : throw Missing(name, "a text");
        }

        /// <summary>A number; 0 if absent.</summary>
        public long Integer(string name)
        {
            if (element.Field(name) is not { } field)
                return 0;
            return field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var value) ? value : throw Missing(name, "a whole number");
        }

        /// <summary>A number that fits 32 bits; 0 if absent.</summary>
        public int Int(string name) => element.Integer(name) is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw Missing(name, "a smaller number");

        /// <summary>Yes or no.</summary>
        public bool Flag(string name, bool absent)
        {
            if (element.Field(name) is not { } field)
                return absent;
            return field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : throw Missing(name, "true or false");
        }

        /// <summary>The elements of an array; none if it is absent.</summary>
        public IEnumerable<JsonElement> Items(string name)
        {
            if (element.Field(name) is not { } field)
                return [];
            return field.ValueKind == JsonValueKind.Array ? field.EnumerateArray() : throw Missing(name, "an array");
        }

        /// <summary>An array of texts; empty if it is absent.</summary>
        public string[] Texts(string name) =>
            [.. element.Items(name).Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() ?? "" : throw Missing(name, "texts"))];

        /// <summary>A value of any type that must be there.</summary>
        public JsonElement Required(string name) => element.Field(name) ?? throw Missing(name, "there");

        /// <summary>An object that must be there.</summary>
        public JsonElement Part(string name) =>
            element.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : throw Missing(name, "an object");

        /// <summary>The members of an object; none if it is absent.</summary>
        public IEnumerable<JsonProperty> Members(string name)
        {
            if (element.Field(name) is not { } field)
                return [];
            return field.ValueKind == JsonValueKind.Object ? field.EnumerateObject() : throw Missing(name, "an object");
        }

        /// <summary>An asset id that must be there.</summary>
        public AssetId Id(string name) => ToId(element.Text(name));

        /// <summary>An array of asset ids.</summary>
        public AssetId[] Ids(string name) => [.. element.Texts(name).Select(ToId)];

        /// <summary>A member of an enumeration by its kebab-case name.</summary>
        public T Choice<T>(string name)
            where T : struct, Enum
        {
            var text = element.Text(name);
            return Kebab<T>.TryParse(text, out var value)
                ? value
                : throw new ScanDocumentException($"`{name}` is `{Excerpt.OneLine(text, 60)}`; expected one of {string.Join(", ", Kebab<T>.Names)}.");
        }

        private JsonElement? Field(string name)
        {
            if (element.ValueKind != JsonValueKind.Object)
                throw new ScanDocumentException($"Expected an object with `{name}`.");
            return element.TryGetProperty(name, out var field) ? field : null;
        }
    }

    private static AssetId ToId(string text) => AssetId.TryParse(text, out var id)
        ? id
        : throw new ScanDocumentException($"`{Excerpt.OneLine(text, 60)}` is not an asset id.");

    private static ScanDocumentException Missing(string name, string expected) => new($"`{name}` must be {expected}.");
}
