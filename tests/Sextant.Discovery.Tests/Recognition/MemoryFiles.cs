using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>A tree of texts.</summary>
internal sealed class MemoryFiles(IReadOnlyDictionary<string, string> files) : IFileSource
{
    public IReadOnlyList<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    public bool Exists(string path) => files.ContainsKey(path);

    public byte[]? Read(string path) => files.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null;
}
