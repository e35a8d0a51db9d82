using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Finds credentials in the clear, in files and in what history still holds. Only what stands around the formats' literals is looked at.
/// A secret that is in many places is one asset with many evidences, so all is recorded when the last file was read.
/// </summary>
/// <param name="finder">Finds keys.</param>
/// <param name="key">The installation's key of fingerprints.</param>
/// <param name="verifier">Asks the providers whether found keys work; null, as it is unless the user agreed, asks nobody.</param>
public sealed class SecretInspector(SecretFinder finder, FingerprintKey key, KeyVerifier? verifier = null) : IInspector
{
    /// <summary>How far before a place the nearest part of a notebook's cell is looked for.</summary>
    private const int CellReach = 1 << 20;

    private readonly SecretLedger _ledger = new();

    /// <inheritdoc/>
    public string Name => "secrets";

    /// <inheritdoc/>
    public bool ReadsHistory => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => finder.Formats.Triggers;

    /// <inheritdoc/>
    public bool Wants(TreePath path) => !path.HasExtension(
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".bmp", ".tif", ".tiff", ".pdf", ".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".jar", ".whl",
        ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".mov", ".avi", ".wav", ".ogg", ".flac", ".webm");

    /// <summary>Files in which a key was found are read in every scan, so that nothing of a key is remembered.</summary>
    public bool Keeps(TreePath path) => _ledger.Holds(path);

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var byContext = !IsGenerated(file.Path);
        if (Utf16(file.Bytes.Span) is { } text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Note(file, bytes, byContext ? finder.SecretsIn(bytes) : [.. finder.SecretsIn(bytes).Where(s => s.Format.Context is null)], tree);
        }
        else if (file.Hits.Count > 0)
        {
            Note(file, file.Bytes.Span, finder.SecretsAt(file.Bytes.Span, file.Hits, byContext), tree);
        }
    }

    /// <inheritdoc/>
    public void Close(TreeContext tree)
    {
        verifier?.Check(CancellationToken.None);
        _ledger.Record(tree, Name, verifier);
    }

    private void Note(FileContent file, ReadOnlySpan<byte> bytes, IReadOnlyList<FoundSecret> secrets, TreeContext tree)
    {
        if (secrets.Count >= SecretFinder.MaxFound)
            tree.Recorder.Record(new Gap(Name, file.Path.Value, $"more than {SecretFinder.MaxFound} keys in one file; the others were not recorded"));
        var (line, counted) = (1, 0);
        foreach (var secret in secrets)
        {
            line += bytes[counted..secret.Start].Count((byte)'\n');
            counted = secret.Start;
            var fingerprint = key.Fingerprint(Identity(bytes, secret));
            var holder = secret.Pair is { } pair ? key.Fingerprint(bytes.Slice(pair.Start, pair.Length)) : fingerprint;
            verifier?.Offer(secret, fingerprint, bytes.Slice(secret.Start, secret.Length), secret.Pair is { } id ? bytes.Slice(id.Start, id.Length) : default);
            _ledger.Add(new SecretPlace(secret, fingerprint, holder, file.Path, line, Location(file, bytes, secret), file.Revision));
        }
    }

    // The same private key is the same secret however its lines are broken.
    private static ReadOnlySpan<byte> Identity(ReadOnlySpan<byte> bytes, FoundSecret secret)
    {
        var value = bytes.Slice(secret.Start, secret.Length);
        if (secret.Format.Reader != KeyReader.Pem && !value.StartsWith("-----"u8))
            return value;
        var body = value[secret.Literal..];
        var decoded = PemBlock.Decode(body[..body.IndexOf("-----"u8)]);
        return decoded.Length > 0 ? decoded : value;
    }

    private static string Location(FileContent file, ReadOnlySpan<byte> bytes, FoundSecret secret)
    {
        if (file.Revision is { InTree: false })
            return "history";
        if (!file.Path.HasExtension(".ipynb"))
            return "tree";
        var before = bytes[Math.Max(0, secret.Start - CellReach)..secret.Start];
        return before.LastIndexOf("\"outputs\":"u8) > before.LastIndexOf("\"source\":"u8) ? "notebook-output" : "tree";
    }

    private static bool IsGenerated(TreePath path) =>
        path.HasExtension(".lock", ".map", ".svg", ".sum")
        || path.IsNamed("package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "packages.lock.json", "go.sum", "Cargo.lock", "bun.lockb")
        || path.FileName.EndsWith(".min.js", StringComparison.OrdinalIgnoreCase) || path.FileName.EndsWith(".min.css", StringComparison.OrdinalIgnoreCase);

    // By its mark, or by every other byte being nought at the start, as Windows tools write without one.
    private static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.Length < 8 || bytes[..8].IndexOf((byte)0) < 0)
            return null;
        if (bytes is [not 0, 0, not 0, 0, not 0, 0, not 0, 0, ..])
            return Encoding.Unicode.GetString(bytes);
        return bytes is [0, not 0, 0, not 0, 0, not 0, 0, not 0, ..] ? Encoding.BigEndianUnicode.GetString(bytes) : null;
    }
}
