using System.Runtime.CompilerServices;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>What is asked of a unit. The expression is the one that stands there, not one that reads alike.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Scope">The scope it stands in.</param>
/// <param name="Within">The binding whose value it stands in.</param>
/// <param name="FollowsCallers">Whether parameters are followed to the calls of their functions.</param>
internal readonly record struct Question(Expression Expression, int Scope, Binding? Within, bool FollowsCallers)
{
    public bool Equals(Question other) =>
        ReferenceEquals(Expression, other.Expression) && ReferenceEquals(Within, other.Within) && Scope == other.Scope && FollowsCallers == other.FollowsCallers;

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Expression);
}
