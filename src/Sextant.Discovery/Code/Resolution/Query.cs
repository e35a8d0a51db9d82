using System.Runtime.InteropServices;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>What one question may still cost, and what is being followed for it, so that circles and explosions end.</summary>
/// <param name="maxSteps">Expressions that may be looked at.</param>
internal sealed class Query(int maxSteps)
{
    /// <summary>Names followed one from the other.</summary>
    private const int MaxFollowed = 40;

    /// <summary>Expressions within expressions, whether followed or standing in each other.</summary>
    private const int MaxDepth = 300;

    /// <summary>Answers that cost less are found again as fast as they are remembered.</summary>
    private const int WorthKeeping = 4;

    /// <summary>Answers that followed more are rarely free of what is being followed.</summary>
    private const int MaxTrail = 64;

    // What is being followed is a short list: a set would cost more than looking along it.
    private readonly List<object> _followed = [];

    // All that was followed since the outermost question that is to be remembered.
    private readonly List<object> _trail = [];
    private int _asked;
    private int _steps;
    private int _depth;
    private int _deepest;
    private int _longest;
    private bool _cut;

    /// <summary>Whether parameters are followed to the calls of their functions.</summary>
    public bool FollowsCallers { get; init; } = true;

    /// <summary>Expressions that were looked at.</summary>
    public int Steps => Math.Min(_steps, maxSteps);

    /// <summary>Starts on an expression; false if that is too much. Each true is answered by <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        if (_steps++ >= maxSteps || _depth >= MaxDepth)
        {
            _cut = true;
            return false;
        }

        _deepest = Math.Max(_deepest, ++_depth);
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Starts to follow a binding, function or constant; false if it is being followed. Each true is answered by <see cref="Unfollow"/>.</summary>
    public bool Follow(object followed)
    {
        if (_followed.Count >= MaxFollowed || IsFollowing(followed))
        {
            _cut = true;
            return false;
        }

        _followed.Add(followed);
        _longest = Math.Max(_longest, _followed.Count);
        if (_asked > 0)
            _trail.Add(followed);
        return true;
    }

    public void Unfollow(object followed)
    {
        for (var i = _followed.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_followed[i], followed))
            {
                _followed.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>Begins what may be worth remembering; answered by <see cref="End"/>.</summary>
    public Asked Begin()
    {
        var asked = new Asked(_steps, _deepest, _longest, _trail.Count, _cut);
        (_deepest, _longest, _cut) = (_depth, _followed.Count, false);
        _asked++;
        return asked;
    }

    /// <summary>Ends what was begun: the answer, if it is worth remembering and no bound cut it short.</summary>
    public Answer? End(Asked asked, IReadOnlyList<Meaning> found)
    {
        var trail = CollectionsMarshal.AsSpan(_trail)[asked.Trail..];
        var steps = _steps - asked.Steps;
        var answer = _cut || steps < WorthKeeping || trail.Length > MaxTrail ? null : new Answer(found, steps, _deepest - _depth, _longest - _followed.Count, trail.ToArray());
        (_deepest, _longest, _cut) = (Math.Max(_deepest, asked.Depth), Math.Max(_longest, asked.Chain), _cut || asked.Cut);
        if (--_asked == 0)
            _trail.Clear();
        return answer;
    }

    /// <summary>Takes an answer instead of finding it again, at the same cost; false if finding it here would give another.</summary>
    public bool Takes(Answer answer)
    {
        if (_steps + answer.Steps > maxSteps || _depth + answer.Depth > MaxDepth || _followed.Count + answer.Chain > MaxFollowed)
            return false;
        foreach (var followed in answer.Followed)
        {
            if (IsFollowing(followed))
                return false;
        }

        _steps += answer.Steps;
        _deepest = Math.Max(_deepest, _depth + answer.Depth);
        _longest = Math.Max(_longest, _followed.Count + answer.Chain);
        if (_asked > 0)
            _trail.AddRange(answer.Followed);
        return true;
    }

    private bool IsFollowing(object followed)
    {
        foreach (var one in CollectionsMarshal.AsSpan(_followed))
        {
            if (ReferenceEquals(one, followed))
                return true;
        }

        return false;
    }
}
