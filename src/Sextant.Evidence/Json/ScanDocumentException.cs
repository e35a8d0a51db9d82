namespace Sextant.Evidence.Json;

/// <summary>A file is not a scan document, or is damaged. The message says where and what was expected.</summary>
public sealed class ScanDocumentException : Exception
{
    public ScanDocumentException(string message)
        : base(message)
    {
    }

    public ScanDocumentException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
