using Sextant.Discovery.Configuration;
using Sextant.Documents;

namespace Sextant.Discovery.Workflows;

/// <summary>A job of a GitHub workflow, with what it inherits from the workflow.</summary>
internal sealed class WorkflowJob(DocumentNode root, string name, DocumentNode job)
{
    private const int MaxSteps = 500;

    public string Name => name;

    public DocumentNode Node => job;

    public IReadOnlyList<string> Events { get; } = WorkflowTriggers.Events(root);

    public IEnumerable<DocumentNode> Steps => job["steps"].Items.Where(s => s.IsMap).Take(MaxSteps);

    /// <summary>What the job's token may do, as <c>contents:write</c>; empty if nothing says so.</summary>
    public IReadOnlyList<string> Permissions
    {
        get
        {
            var node = job["permissions"].Kind != NodeKind.Missing ? job["permissions"] : root["permissions"];
            if (node.IsScalar)
                return [node.Text];
            return node.IsMap && node.Entries.Count == 0 ? ["none"] : [.. node.Entries.Select(e => $"{e.Key.Text}:{e.Value.Text}")];
        }
    }

    /// <summary>The name of the environment that it deploys to; empty if none.</summary>
    public string Environment => job["environment"].IsMap ? job["environment"]["name"].Text : job["environment"].Text;

    /// <summary>The folder that a step's commands run in.</summary>
    public string FolderOf(DocumentNode step)
    {
        foreach (var node in new[] { step["working-directory"], job["defaults"]["run"]["working-directory"], root["defaults"]["run"]["working-directory"] })
        {
            if (node.IsScalar)
                return RelativePath.Resolve("", node.Text) ?? "";
        }

        return "";
    }

    /// <summary>Variables in force for a step, outermost first.</summary>
    public IEnumerable<(DocumentNode Name, DocumentNode Value)> Variables(DocumentNode step) =>
        root["env"].Entries.Concat(job["env"].Entries).Concat(step["env"].Entries).Select(e => (e.Key, e.Value));

    /// <summary>Fills <c>${{ env.NAME }}</c> with what the file sets; what stays unknown stays written.</summary>
    public string Fill(string text, DocumentNode step)
    {
        if (!text.Contains("${{", StringComparison.Ordinal))
            return text;
        foreach (var (key, value) in Variables(step))
        {
            if (value.IsScalar && text.Contains($"env.{key.Text}", StringComparison.Ordinal))
                text = text.Replace($"${{{{ env.{key.Text} }}}}", value.Text, StringComparison.Ordinal).Replace($"${{{{env.{key.Text}}}}}", value.Text, StringComparison.Ordinal);
        }

        return text.Length > 100_000 ? text[..100_000] : text;
    }
}
