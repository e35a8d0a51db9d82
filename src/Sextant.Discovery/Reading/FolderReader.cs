using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Sextant.Discovery.Reading;

/// <summary>Reads files of a folder into one buffer, which is as large as the largest of them, or grows to it.</summary>
internal sealed class FolderReader(string root, CoverageTally tally, int smallestBuffer = 256 << 10) : ITreeReader
{
    private const int SmallFile = 64 << 10;

    private byte[] _buffer = [];

    /// <inheritdoc/>
    public FileBytes? Read(TreeFile file, int max, bool evenBinary)
    {
        // What has no length may be a pipe or a device, which would block or never end: it is not opened.
        if (file.Length == 0)
            return new FileBytes(ReadOnlyMemory<byte>.Empty, IsBinary: false, IsCut: false);
        try
        {
            using var handle = File.OpenHandle(Path.Join(root, file.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(handle, file.Length, max, evenBinary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tally.Fail(Unreadable.Line(file.Path, e));
            tally.Skip(SkipReasons.Unreadable);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private FileBytes Read(SafeFileHandle handle, long expected, int max, bool evenBinary)
    {
        // One byte more than is wanted tells whether there is more.
        Grow((int)Math.Min(expected, max) + 1);
        var read = 0;
        if (!evenBinary && expected > SmallFile)
        {
            read = Fill(handle, 0, FileBytes.HeadLength, expected);
            if (FileBytes.LooksBinary(_buffer.AsSpan(0, read)))
                return new FileBytes(_buffer.AsMemory(0, read), IsBinary: true, IsCut: false);
        }

        var limit = (int)Math.Min(expected, max) + 1;
        read = Fill(handle, read, limit, expected);
        return FileBytes.Of(_buffer.AsMemory(0, Math.Min(read, max)), read > max);
    }

    // A file that gave less than was asked for, and all that its folder said, is at its end: asking again would say so.
    private int Fill(SafeFileHandle handle, int from, int to, long expected)
    {
        while (from < to)
        {
            var read = RandomAccess.Read(handle, _buffer.AsSpan(from, to - from), from);
            from += read;
            if (read == 0 || (from == expected && from < to))
                break;
        }

        return from;
    }

    private void Grow(int length)
    {
        if (_buffer.Length >= length)
            return;
        Dispose();
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, smallestBuffer));
    }
}
