using System.Diagnostics;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>Validates a report against the published schema of its format, with the validator in <c>tests/schemas</c>.</summary>
internal static class PublishedSchema
{
    /// <summary>What the schema objects to; empty if nothing.</summary>
    public static string Objections(string schema, string format, ScanResult result) => Objections(schema, Written.Bytes(format, result));

    public static string Objections(string schema, byte[] report)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests", "schemas");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"Run `npm ci` in {folder} first.");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, report);
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "validate.mjs"), schema, file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new InvalidOperationException("node did not start");
            var errors = node.StandardError.ReadToEndAsync();
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return node.ExitCode == 0 ? "" : $"{output}{errors.Result}";
        }
        finally
        {
            File.Delete(file);
        }
    }
}
