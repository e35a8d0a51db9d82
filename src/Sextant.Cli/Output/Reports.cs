using System.Diagnostics.CodeAnalysis;
using Sextant.Evidence;
using Sextant.Posture;

namespace Sextant.Cli.Output;

/// <summary>What to write where: one report on stdout, and any number in files, all from one scan.</summary>
internal sealed class Reports
{
    private const string Table = "table";
    private readonly IReportWriter? _printed;
    private readonly bool _prints;
    private readonly IReadOnlyList<(string File, IReportWriter? Writer)> _files;

    private Reports(bool prints, IReportWriter? printed, IReadOnlyList<(string File, IReportWriter? Writer)> files) =>
        (_prints, _printed, _files) = (prints, printed, files);

    /// <summary>The names of all formats but the table.</summary>
    public static IEnumerable<string> Formats => ReportWriters.All.Select(w => w.Format);

    /// <summary>Reads <c>--format</c> and <c>--output</c>.</summary>
    /// <param name="format">The format on stdout; null for the table, or for nothing but a line if files are written.</param>
    /// <param name="outputs"><c>FILE</c> or <c>FORMAT=FILE</c>.</param>
    /// <param name="plan">What was asked for.</param>
    /// <param name="mistake">What is wrong with it, and what is allowed.</param>
    public static bool TryPlan(string? format, string[] outputs, [NotNullWhen(true)] out Reports? plan, out string mistake)
    {
        plan = null;
        var single = outputs.Length == 1 && !outputs[0].Contains('=', StringComparison.Ordinal) ? format : null;
        var files = new List<(string File, IReportWriter? Writer)>();
        foreach (var output in outputs)
        {
            if (!TryFile(output, single, out var file, out mistake))
                return false;
            files.Add(file);
        }

        if (!TryWriter(format ?? Table, out var printed))
        {
            mistake = $"there is no format '{format}'; there are {Table}, {string.Join(", ", Formats)}";
            return false;
        }

        plan = new Reports(single is null, printed, files);
        mistake = "";
        return true;
    }

    /// <summary>Writes all of it. Returns what went wrong, or null.</summary>
    public string? Write(ScanResult result, bool all)
    {
        foreach (var (file, writer) in _files)
        {
            try
            {
                WriteFile(result, writer, file, all);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"{file} cannot be written: {e.Message}";
            }
        }

        if (!_prints)
            return null;
        if (_printed is null)
        {
            ConsoleReport.Print(result, all);
            return null;
        }

        using var stdout = Console.OpenStandardOutput();
        _printed.Write(result, stdout);
        return null;
    }

    private static void WriteFile(ScanResult result, IReportWriter? writer, string file, bool all)
    {
        if (writer is not null)
        {
            using var stream = File.Create(file);
            writer.Write(result, stream);
            return;
        }

        using var text = new StreamWriter(file);
        ConsoleReport.Print(result, all, text);
    }

    private static bool TryFile(string output, string? format, out (string File, IReportWriter? Writer) file, out string mistake)
    {
        var equals = output.IndexOf('=', StringComparison.Ordinal);
        var named = equals > 0 ? output[..equals] : format;
        var path = equals > 0 ? output[(equals + 1)..] : output;
        IReportWriter? writer = null;
        var known = named is not null ? TryWriter(named, out writer) : (writer = ReportWriters.For(path)) is not null;
        file = (path, writer);
        mistake = known ? "" : $"the format of '{output}' is not clear; write FORMAT=FILE with one of {Table}, {string.Join(", ", Formats)}";
        return known;
    }

    private static bool TryWriter(string format, out IReportWriter? writer)
    {
        writer = ReportWriters.All.FirstOrDefault(w => w.Format.Equals(format, StringComparison.OrdinalIgnoreCase));
        return writer is not null || format.Equals(Table, StringComparison.OrdinalIgnoreCase);
    }
}
