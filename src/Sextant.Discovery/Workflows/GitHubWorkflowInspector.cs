using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Workflows;

/// <summary>
/// Reads GitHub workflows: a pipeline a job, with what starts it, what its token may do, which secrets and roles it is given,
/// which files it runs, which data it moves, and which AI agents act in it.
/// </summary>
public sealed class GitHubWorkflowInspector(AiActions actions, AiVariables variables, AiPackages packages) : IInspector
{
    private const int MaxJobs = 300;

    /// <inheritdoc/>
    public string Name => "github-workflow";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["jobs"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".yml", ".yaml") && path.Folder.EndsWith(".github/workflows", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var root = read.Document();
        foreach (var (name, job) in root["jobs"].Entries.Where(j => j.Value.IsMap).Take(MaxJobs))
            new JobRecorder(read, actions, variables, packages, new WorkflowJob(root, name.Text, job)).Record();
    }
}
