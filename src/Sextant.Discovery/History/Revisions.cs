using System.Globalization;
using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>
/// Finds the commit that people mean by a revision (gitrevisions(7)): a branch, a tag, a remote branch, <c>HEAD</c> or <c>@</c>, an id
/// or its beginning, each with <c>~n</c> and <c>^n</c> after it.
/// </summary>
internal sealed class Revisions(GitDirectory git, ObjectStore store)
{
    private const int ShortestId = 4;
    private const int MaxSteps = 100_000;
    private const int MaxTags = 10;

    // In git's order; the last is ours, since a checkout in CI has often no branch of its own beside HEAD.
    private static readonly string[] Places = ["refs/{0}", "refs/tags/{0}", "refs/heads/{0}", "refs/remotes/{0}", "refs/remotes/{0}/HEAD", "refs/remotes/origin/{0}"];

    /// <summary>The commit of a revision.</summary>
    /// <exception cref="TargetException">There is none, or there are several.</exception>
    public Commit Find(string revision)
    {
        var suffix = revision.AsSpan().IndexOfAny('~', '^') is >= 0 and var at ? at : revision.Length;
        var commit = Named(revision[..suffix]) ?? throw Unknown(revision);
        for (var rest = revision.AsSpan(suffix); !rest.IsEmpty;)
        {
            var digits = 1;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
                digits++;
            if (rest[0] is not ('~' or '^') || !TryCount(rest[1..digits], out var count))
                throw Unknown(revision);
            commit = Before(commit, rest[0], count) ?? throw Unknown(revision);
            rest = rest[digits..];
        }

        return commit;
    }

    /// <summary>A commit by its id; null if it is not there.</summary>
    public Commit? Of(ObjectId id)
    {
        for (var hop = 0; hop < MaxTags; hop++)
        {
            if (store.Read(id) is not { } found)
                return null;
            if (found.Kind == ObjectKind.Commit)
                return Commit.Parse(id, found.Data, store.IdLength);
            if (found.Kind != ObjectKind.Tag || Commit.TaggedBy(found.Data, store.IdLength) is not { } tagged)
                return null;
            id = tagged;
        }

        return null;
    }

    private Commit? Named(string name)
    {
        if (name.Length == 0)
            return null;
        if (GitRefs.Named(git, name == "@" ? "HEAD" : name) is { } own)
            return Of(own);
        if (ObjectId.TryParse(name, store.IdLength, out var id) && Of(id) is { } whole)
            return whole;
        foreach (var place in Places)
        {
            if (GitRefs.Named(git, string.Format(CultureInfo.InvariantCulture, place, name)) is { } named && Of(named) is { } commit)
                return commit;
        }

        return Beginning(name);
    }

    private Commit? Beginning(string hex)
    {
        if (hex.Length < ShortestId || !hex.All(char.IsAsciiHexDigit))
            return null;
        var commits = store.Beginning(hex).Select(Of).OfType<Commit>().DistinctBy(c => c.Id).Take(2).ToArray();
        return commits.Length < 2 ? commits.FirstOrDefault() : throw new TargetException($"several commits begin with '{hex}'; write more of the id");
    }

    private Commit? Ancestor(Commit commit, int count)
    {
        for (var step = 0; step < count; step++)
        {
            if (Parent(commit, 0) is not { } parent)
                return null;
            commit = parent;
        }

        return commit;
    }

    private Commit? Before(Commit commit, char step, int count) => step switch
    {
        '~' => Ancestor(commit, count),
        _ when count == 0 => commit,
        _ => Parent(commit, count - 1),
    };

    private Commit? Parent(Commit commit, int number) => number < commit.Parents.Length ? Of(commit.Parents[number]) : null;

    private static bool TryCount(ReadOnlySpan<char> digits, out int count)
    {
        count = 1;
        return digits.IsEmpty || (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= MaxSteps);
    }

    private static TargetException Unknown(string revision) => new(
        $"there is no revision '{Map.Excerpt.OneLine(revision, 100)}' here; name a branch, a tag or a commit (in CI: fetch it, with a fetch depth of 0)");
}
