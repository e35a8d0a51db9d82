using System.Security.Cryptography;
using System.Text;
using Sextant.Discovery.Secrets;

namespace Sextant.Discovery.Memory;

/// <summary>
/// What scans keep for the next one, in a folder of the user. An entry carries a keyed hash of itself: what is damaged, foreign or of
/// another version is not there. It can be thrown away at any time. Safe for several scans at once: entries are written beside and
/// moved into place.
/// </summary>
public sealed class ScanCache
{
    private const int MacLength = HMACSHA256.HashSizeInBytes;
    private const long MaxEntryBytes = 512L << 20;
    private static readonly TimeSpan Racy = TimeSpan.FromSeconds(2);

    private readonly string _folder;
    private readonly byte[] _mac;
    private readonly string _engine;

    /// <param name="folder">Where entries are; made when the first is written.</param>
    /// <param name="key">The installation's key: without it entries can be neither read as ours nor made.</param>
    /// <param name="engine">What would conclude otherwise has another engine: program, catalog and rules.</param>
    /// <param name="time">The clock.</param>
    public ScanCache(string folder, FingerprintKey key, string engine, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(key);
        (_folder, _engine, Time) = (folder, engine, time);
        _mac = key.Derive("cache/mac");
        Contents = new ContentKey(key.Derive);
    }

    /// <summary>Bytes of all entries together; the longest unused go first.</summary>
    public long MaxBytes { get; init; } = 1L << 30;

    /// <summary>How long an entry stays without being used.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(30);

    internal ContentKey Contents { get; }

    internal TimeProvider Time { get; }

    /// <summary>Files that changed after this may change again without a trace.</summary>
    internal DateTimeOffset Settled => Time.GetUtcNow() - Racy;

    /// <summary>An entry; null if there is none that can be trusted.</summary>
    /// <param name="kind">What it is: a word.</param>
    /// <param name="name">Whose it is: any text.</param>
    public byte[]? Read(string kind, string name)
    {
        try
        {
            var file = new FileInfo(PathOf(kind, name));
            if (file is not { Exists: true, LinkTarget: null, Length: > MacLength and <= MaxEntryBytes })
                return null;
            var bytes = File.ReadAllBytes(file.FullName);
            if (!CryptographicOperations.FixedTimeEquals(Mac(kind, name, bytes.AsSpan(MacLength)), bytes.AsSpan(0, MacLength)))
                return null;
            File.SetLastWriteTimeUtc(file.FullName, Time.GetUtcNow().UtcDateTime);
            return bytes[MacLength..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an entry. What cannot be kept is not: a scan does not fail for it.</summary>
    public void Write(string kind, string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length + MacLength > MaxEntryBytes)
            return;
        try
        {
            Make(_folder);
            var path = PathOf(kind, name);
            var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(draft, options))
            {
                file.Write(Mac(kind, name, bytes));
                file.Write(bytes);
            }

            File.Move(draft, path, overwrite: true);
            Evict();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written is no cache.
        }
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string PathOf(string kind, string name) =>
        Path.Join(_folder, $"{kind}-{Convert.ToHexStringLower(Mac(kind, name, []).AsSpan(0, 16))}");

    private byte[] Mac(string kind, string name, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _mac);
        foreach (var text in new[] { _engine, kind, name })
        {
            var part = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    private void Evict()
    {
        var now = Time.GetUtcNow().UtcDateTime;
        var left = MaxBytes;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().OrderByDescending(f => f.LastWriteTimeUtc))
        {
            left -= file.Length;
            if (left < 0 || now - file.LastWriteTimeUtc > MaxAge)
                file.Delete();
        }
    }
}
