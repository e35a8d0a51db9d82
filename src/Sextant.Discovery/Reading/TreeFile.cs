namespace Sextant.Discovery.Reading;

/// <summary>A file that is to be read.</summary>
/// <param name="Path">Relative to the target, with <c>/</c>.</param>
/// <param name="Length">Bytes, as the folder said; the file may have changed since. -1 if only reading shows it.</param>
internal readonly record struct TreeFile(string Path, long Length);
