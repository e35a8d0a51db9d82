using System.Security.Cryptography;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// The installation's key for fingerprints of secrets: with it, equal secrets have equal fingerprints; without it, nobody can try values
/// against a fingerprint. It never leaves the installation.
/// </summary>
public sealed class FingerprintKey
{
    private const int Length = 32;

    private readonly byte[] _key;

    /// <summary>A key of 32 bytes.</summary>
    public FingerprintKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length)
            throw new ArgumentException($"a fingerprint key has {Length} bytes, not {key.Length}", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>
    /// Reads the key from a file, or draws one and keeps it there, readable by its owner alone. Throws <see cref="InvalidDataException"/> if the
    /// file holds something else, and what the file system throws.
    /// </summary>
    public static FingerprintKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        return key.Length == Length
            ? new FingerprintKey(key)
            : throw new InvalidDataException($"{path} holds {key.Length} bytes and not a key of {Length}; move it away to draw a new one (fingerprints will change)");
    }

    /// <summary>The first 64 bits of HMAC-SHA-256 of a secret, as sixteen lower-case hexadecimal digits.</summary>
    public string Fingerprint(ReadOnlySpan<byte> secret)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, secret, digest);
        return Convert.ToHexStringLower(digest[..8]);
    }

    /// <summary>A key of 32 bytes for another purpose, from which this one cannot be found.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(_key, System.Text.Encoding.UTF8.GetBytes("sextant:" + purpose));

    // Written beside and moved into place, so that two first scans at once agree on one whole key.
    private static void Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
            file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
