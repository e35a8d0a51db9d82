using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>How the matcher finds the places that are worth a look. All give the same hits.</summary>
public enum MatcherPath
{
    /// <summary>One place after the other.</summary>
    Scalar,

    /// <summary>Sixteen places at once, on x86 with SSSE3 and on ARM.</summary>
    Vector128,

    /// <summary>Thirty-two places at once.</summary>
    Avx2,

    /// <summary>Sixty-four places at once, with tables that tell every byte apart.</summary>
    Vbmi,
}

/// <summary>What this processor has.</summary>
public static class MatcherPaths
{
    /// <summary>The fastest path of this processor.</summary>
    public static MatcherPath Best =>
        MatcherPath.Vbmi.IsSupported() ? MatcherPath.Vbmi
        : MatcherPath.Avx2.IsSupported() ? MatcherPath.Avx2
        : MatcherPath.Vector128.IsSupported() ? MatcherPath.Vector128 : MatcherPath.Scalar;

    /// <summary>Whether this processor has a path.</summary>
    public static bool IsSupported(this MatcherPath path) => path switch
    {
        MatcherPath.Vbmi => Avx512Vbmi.IsSupported && Vector512.IsHardwareAccelerated,
        MatcherPath.Avx2 => Avx2.IsSupported,
        MatcherPath.Vector128 => Vector128.IsHardwareAccelerated,
        _ => true,
    };
}
