using System.Diagnostics;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>A headless Chromium that opens a report and gives back the page as it stands then, and what its console said.</summary>
internal static class Browser
{
    private static readonly string? Program = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (name, folder) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    public static (string Page, string Console) Open(ScanResult result, string place = "")
    {
        Assert.SkipWhen(Program is null, "No Chromium is installed (Debian: apt-get install chromium).");
        var folder = Directory.CreateTempSubdirectory("sextant-browser");
        try
        {
            var file = Path.Combine(folder.FullName, "report.html");
            File.WriteAllBytes(file, Written.Bytes("html", result));
            return Run(folder.FullName, new Uri(file).AbsoluteUri + place);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Page, string Console) Run(string folder, string address)
    {
        using var browser = Process.Start(new ProcessStartInfo(Program ?? "",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr", "--window-size=1280,1000",
            $"--user-data-dir={folder}/profile", "--virtual-time-budget=4000", "--dump-dom", address,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("Chromium did not start");
        var errors = browser.StandardError.ReadToEndAsync();
        var page = browser.StandardOutput.ReadToEnd();
        browser.WaitForExit();
        return (page, string.Join('\n', errors.Result.Split('\n').Where(l => l.Contains("CONSOLE", StringComparison.Ordinal))));
    }
}
