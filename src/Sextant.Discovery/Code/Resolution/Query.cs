namespace Sextant.Discovery.Code.Resolution;

/// <summary>What one question may still cost, and what is being followed for it, so that circles and explosions end.</summary>
/// <param name="maxSteps">Expressions that may be looked at.</param>
internal sealed class Query(int maxSteps)
{
    /// <summary>Names followed one from the other.</summary>
    private const int MaxFollowed = 40;

    /// <summary>Expressions within expressions, whether followed or standing in each other.</summary>
    private const int MaxDepth = 300;

    private readonly HashSet<object> _followed = new(ReferenceEqualityComparer.Instance);
    private int _steps;
    private int _depth;

    /// <summary>Whether parameters are followed to the calls of their functions.</summary>
    public bool FollowsCallers { get; init; } = true;

    /// <summary>Expressions that were looked at.</summary>
    public int Steps => Math.Min(_steps, maxSteps);

    /// <summary>Starts on an expression; false if that is too much. Each true is answered by <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        if (_steps++ >= maxSteps || _depth >= MaxDepth)
            return false;
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Starts to follow a binding, function or constant; false if it is being followed. Each true is answered by <see cref="Unfollow"/>.</summary>
    public bool Follow(object followed) => _followed.Count < MaxFollowed && _followed.Add(followed);

    public void Unfollow(object followed) => _followed.Remove(followed);
}
