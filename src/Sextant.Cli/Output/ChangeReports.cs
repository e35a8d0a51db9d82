using Sextant.Evidence.Changes;
using Sextant.Posture.Compare;

namespace Sextant.Cli.Output;

/// <summary>Where a change is written and how: one report on stdout, and any number in files.</summary>
internal sealed class ChangeReports
{
    private const string Table = "table";
    private readonly Action<PostureChange, string, string, Stream>? _printed;
    private readonly List<(string File, Action<PostureChange, string, string, Stream>? Write)> _files = [];

    /// <summary>Reads <c>--format</c> and <c>--output</c>.</summary>
    public ChangeReports(string? format, string[] outputs)
    {
        foreach (var output in outputs)
        {
            var equals = output.IndexOf('=', StringComparison.Ordinal);
            var (named, file) = equals > 0 ? (output[..equals], output[(equals + 1)..]) : (output, output);
            var writer = ChangeWriters.For(named);
            if (writer is null && named != Table)
                Mistake = $"the format of '{output}' is not clear; write FORMAT=FILE with one of {Allowed}";
            _files.Add((file, writer));
        }

        _printed = ChangeWriters.Formats.Contains(format, StringComparer.OrdinalIgnoreCase) ? ChangeWriters.For(format ?? "") : null;
        if (format is not null && _printed is null && !format.Equals(Table, StringComparison.OrdinalIgnoreCase))
            Mistake = $"there is no format '{format}' of a change; there are {Allowed}";
    }

    /// <summary>What is wrong with what was asked for; null if nothing is.</summary>
    public string? Mistake { get; }

    private static string Allowed => $"{Table}, {string.Join(", ", ChangeWriters.Formats)}";

    /// <summary>Writes all of it. Returns what went wrong, or null.</summary>
    public string? Write(PostureChange change, string before, string after, bool all)
    {
        foreach (var (file, write) in _files)
        {
            try
            {
                WriteFile(write, change, before, after, all, file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"{file} cannot be written: {e.Message}";
            }
        }

        if (_printed is null)
        {
            ChangeReport.Print(change, before, after, all);
            return null;
        }

        using var stdout = Console.OpenStandardOutput();
        _printed(change, before, after, stdout);
        return null;
    }

    private static void WriteFile(Action<PostureChange, string, string, Stream>? write, PostureChange change, string before, string after, bool all, string file)
    {
        if (write is not null)
        {
            using var stream = File.Create(file);
            write(change, before, after, stream);
            return;
        }

        using var text = new StreamWriter(file);
        ChangeReport.Print(change, before, after, all, text);
    }
}
