using System.Collections.Frozen;

namespace Sextant.Evidence.CycloneDx;

/// <summary>Licences that models, data and AI libraries come under, by their SPDX id. Others are written by name.</summary>
internal static class SpdxLicences
{
    private static readonly FrozenSet<string> Ids = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AFL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "Artistic-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
        "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-NC-3.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0",
        "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC0-1.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0", "ECL-2.0",
        "EPL-2.0", "EUPL-1.2", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "ISC", "LGPL-2.1-only",
        "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0", "MPL-2.0", "MS-PL", "ODbL-1.0", "ODC-By-1.0", "OFL-1.1", "PDDL-1.0",
        "PostgreSQL", "PSF-2.0", "Unlicense", "WTFPL", "Zlib", "0BSD");

    /// <summary>The id as SPDX spells it; null if it is not among those known here.</summary>
    public static string? Spelling(string licence) => Ids.TryGetValue(licence.Trim(), out var id) ? id : null;
}
