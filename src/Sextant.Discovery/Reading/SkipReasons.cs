namespace Sextant.Discovery.Reading;

/// <summary>Why a file was not offered to inspectors, as coverage shows it.</summary>
public static class SkipReasons
{
    /// <summary>An ignore file says so.</summary>
    public const string Ignored = "ignored";

    /// <summary>Somebody else's code, or what a tool made.</summary>
    public const string Vendored = "vendored";

    /// <summary>A link to a file or folder of the tree, which is read where it really is.</summary>
    public const string Link = "link";

    /// <summary>A link that leads out of the tree, or nowhere.</summary>
    public const string LinkOut = "link out of the tree";

    /// <summary>Not text, and no inspector reads such bytes.</summary>
    public const string Binary = "binary";

    /// <summary>No inspector reads files of this name.</summary>
    public const string Unwanted = "no inspector for it";

    /// <summary>It could not be opened or listed.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Below more folders than are walked, or after more entries.</summary>
    public const string Bound = "beyond the bounds of a walk";

    /// <summary>Whether a file that should have been read was not; otherwise it was left out on purpose.</summary>
    public static bool IsMiss(string reason) => reason is Unreadable or Bound;
}
