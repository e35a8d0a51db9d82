using System.IO.MemoryMappedFiles;

namespace Sextant.Discovery.History.Objects;

/// <summary>A file mapped for reading, as spans and streams that never reach past its end.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <summary>Maps a file; throws what the file system says.</summary>
    public MappedFile(string path)
    {
        Length = new FileInfo(path).Length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>At most <paramref name="length"/> bytes from an offset; fewer, or none, at the end.</summary>
    public ReadOnlySpan<byte> Slice(long offset, long length)
    {
        if (offset < 0 || offset >= Length)
            return [];
        return new ReadOnlySpan<byte>(_start + offset, (int)Math.Min(Math.Min(length, Length - offset), int.MaxValue));
    }

    /// <summary>The same as a stream.</summary>
    public UnmanagedMemoryStream Stream(long offset, long length) => new(_start + offset, Math.Clamp(length, 0, Length - offset));

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
