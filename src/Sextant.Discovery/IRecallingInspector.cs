using Sextant.Discovery.Reading;

namespace Sextant.Discovery;

/// <summary>An inspector that remembers by itself what files showed, since that depends on other files.</summary>
internal interface IRecallingInspector : IInspector
{
    /// <summary>Called instead of <see cref="IInspector.Inspect"/> for a file that it has inspected in the last scan, and that is unchanged.</summary>
    void Recall(TreePath path);
}
