using System.Text;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>What a writer writes.</summary>
internal static class Written
{
    public static byte[] Bytes(string format, ScanResult result)
    {
        using var stream = new MemoryStream();
        (ReportWriters.For(format) ?? throw new ArgumentException(format, nameof(format))).Write(result, stream);
        return stream.ToArray();
    }

    public static string Text(string format, ScanResult result) => Encoding.UTF8.GetString(Bytes(format, result));
}
