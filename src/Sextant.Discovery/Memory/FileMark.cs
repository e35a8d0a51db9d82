using System.Runtime.InteropServices;
using System.Text;

namespace Sextant.Discovery.Memory;

/// <summary>
/// What tells, without reading a file, that it is the one that was read before: its size, times, inode and device in a folder, or its
/// object's id in git. Equal marks mean equal contents; different marks mean nothing.
/// </summary>
internal readonly record struct FileMark(byte Kind, ulong A, ulong B, ulong C, ulong D, ulong E)
{
    private const byte OfFolder = 1;
    private const byte OfGit = 2;
    private const int FollowNoLink = 0x100;
    private const uint BasicFields = 0x7ff;

    /// <summary>Of what cannot be told without reading.</summary>
    public static FileMark None => default;

    /// <summary>Whether it tells anything.</summary>
    public bool Exists => Kind != 0;

    /// <summary>Whether it is of git.</summary>
    public bool IsOfGit => Kind == OfGit;

    /// <summary>The mark of a git object.</summary>
    public static FileMark Git(ulong a, ulong b, ulong c, ulong d) => new(OfGit, a, b, c, d, 0);

    /// <summary>
    /// The mark of a file in a folder. None if it changed within the last seconds: a change that follows in the same tick of the file
    /// system's clock would not show.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="settled">Times after this are too young to be trusted.</param>
    public static FileMark File(string path, DateTimeOffset settled)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OfLinux(path, settled.ToUnixTimeSeconds()) : OfAny(path, settled);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return OfAny(path, settled);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return None;
        }
    }

    private static FileMark OfLinux(string path, long settled)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        if (Statx(-100, bytes, FollowNoLink, BasicFields, out var found) != 0 || found.ModifiedSeconds >= settled || found.ChangedSeconds >= settled)
            return None;
        return new FileMark(
            OfFolder, found.Size, found.Inode, ((ulong)found.DeviceMajor << 32) | found.DeviceMinor,
            ((ulong)found.ModifiedSeconds << 30) ^ found.ModifiedNanoseconds, ((ulong)found.ChangedSeconds << 30) ^ found.ChangedNanoseconds);
    }

    private static FileMark OfAny(string path, DateTimeOffset settled)
    {
        var info = new FileInfo(path);
        return !info.Exists || info.LastWriteTimeUtc >= settled.UtcDateTime || info.CreationTimeUtc >= settled.UtcDateTime
            ? None
            : new FileMark(OfFolder, (ulong)info.Length, 0, 0, (ulong)info.LastWriteTimeUtc.Ticks, (ulong)info.CreationTimeUtc.Ticks);
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint fields, out Found found);

    /// <summary>The structure of statx(2), which is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
