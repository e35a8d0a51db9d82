using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Sextant.Posture.Tests")]
