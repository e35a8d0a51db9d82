using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Manifests;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Workflows;

/// <summary>Records one job of a workflow.</summary>
internal sealed class JobRecorder(InspectedFile file, AiActions actions, AiVariables variables, AiPackages packages, WorkflowJob job)
{
    private readonly AssetId _pipeline = file.Tree.Local(AssetKind.Pipeline, file.Path, job.Name);
    private readonly AssetId _token = AssetId.Of(AssetKind.Identity, "github-actions", file.Tree.Repository, file.Path);
    private readonly VariableRecorder _secrets = new(file, variables);
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _untrusted = new(StringComparer.Ordinal);
    private string? _pinned;

    public void Record()
    {
        var agents = new CiAgentRecorder(file, job, _pipeline, _token, _secrets);
        foreach (var step in job.Steps)
        {
            if (step["uses"].TextOrNull is { } uses)
                Action(step, uses, agents);
            if (step["run"].TextOrNull is { } run)
                Script(step, run, agents);
        }

        if (job.Node["uses"].TextOrNull is { } called)
            Pinned(called);
        Secrets();
        Pipeline();
    }

    private void Pipeline()
    {
        var evidence = file.At(job.Node, $"job {job.Name}, started by {string.Join(", ", job.Events.Take(6))}");
        var facets = new Facets
        {
            { "trigger", WorkflowTriggers.Of(job.Events) }, { "permissions", job.Permissions }, { "runs", _runs }, { "untrustedInputs", _untrusted },
            { "environment", Environments.Of(job.Environment) }, { "pinned", _pinned },
        };
        file.Asset(_pipeline, job.Name, evidence, facets);
        file.Relate(_pipeline, RelationKind.DefinedIn, file.Tree.RepositoryId, $"{job.Name} is a job of this repository.", evidence);
        file.Asset(_token, $"token of {file.Path[(file.Path.LastIndexOf('/') + 1)..]}", evidence, new Facets { { "provider", "github" }, { "permissions", job.Permissions } });
        file.Relate(_pipeline, RelationKind.RunsAs, _token, $"{job.Name} runs with the workflow's token.", evidence);
    }

    private void Secrets()
    {
        foreach (var (name, value) in job.Variables(DocumentNode.Missing))
            Secret(value, name.Text);
        foreach (var step in job.Steps)
        {
            foreach (var (name, value) in step["env"].Entries)
                Secret(value, name.Text);
            foreach (var (_, value) in step["with"].Entries)
                Secret(value, null);
            Secret(step["run"], null);
        }

        foreach (var (name, value) in job.Node["secrets"].Entries)
            Secret(value, name.Text);
    }

    private void Secret(DocumentNode value, string? variable)
    {
        foreach (var secret in Expressions.Secrets(value.Text))
        {
            if (secret != "GITHUB_TOKEN")
                _secrets.Credential(_pipeline, job.Name, secret, value.Line, variable);
        }
    }

    private void Action(DocumentNode step, string uses, CiAgentRecorder agents)
    {
        Pinned(uses);
        var name = uses.Split('@')[0];
        if (actions.ByAction(name) is { } action)
            agents.Action(step, action, uses);
        Roles(step, name);
    }

    // The job is as firmly fixed as the loosest action of somebody else that it runs.
    private void Pinned(string uses)
    {
        if (uses.StartsWith("./", StringComparison.Ordinal) || uses.StartsWith("actions/", StringComparison.Ordinal) || uses.StartsWith("github/", StringComparison.Ordinal))
            return;
        var version = uses[(uses.LastIndexOf('@') + 1)..];
        var pinned = VersionText.IsCommit(version) || version.StartsWith("sha256:", StringComparison.Ordinal) ? "digest"
            : version.TrimStart('v') is { Length: > 0 } number && char.IsAsciiDigit(number[0]) ? "version" : "floating";
        if (_pinned is null || pinned == "floating" || (pinned == "version" && _pinned == "digest"))
            _pinned = pinned;
    }

    private void Roles(DocumentNode step, string action)
    {
        var with = step["with"];
        var text = action switch
        {
            "aws-actions/configure-aws-credentials" => job.Fill(with["role-to-assume"].Text, step),
            "google-github-actions/auth" => job.Fill(with["service_account"].Text, step),
            "azure/login" or "Azure/login" => job.Fill(with["client-id"].Text, step),
            _ => "",
        };
        if (text.Length == 0 || text.Contains("${{", StringComparison.Ordinal) || CloudIdentity.Of(action, text) is not { } identity)
            return;
        var evidence = file.At(with, $"{action} takes on {identity.Path}");
        file.Asset(identity, identity.Path[(identity.Path.LastIndexOf('/') + 1)..], evidence, new Facets { { "provider", identity.Path.Split('/')[0] } });
        file.Relate(_pipeline, RelationKind.RunsAs, identity, $"{job.Name} takes on the role by {action}.", evidence);
        file.Relate(_token, RelationKind.CanAssume, identity, $"{file.Path} takes on the role by {action}.", evidence);
    }

    private void Script(DocumentNode step, string run, CiAgentRecorder agents)
    {
        _untrusted.UnionWith(Expressions.UntrustedIn(run));
        var folder = job.FolderOf(step);
        var commands = ShellWords.Split(job.Fill(run, step));
        foreach (var command in commands)
        {
            if (command.Words is ["cd", var to])
                folder = RelativePath.Resolve(folder, to) ?? folder;
            if (RunScripts.FileOf(command.Words, folder, file.Tree.Files) is { } script)
                _runs.Add(script);
            if (actions.ByCommand(command.Words) is { } agent)
                agents.Command(step, agent, command);
            InstalledPackages.Record(file, packages, command.Words, step["run"].Line);
            Data(step, command);
        }

        foreach (var model in RunScripts.Models(commands))
        {
            if (Containers.ModelNames.Id(model.Authority, model.Name, file.Tree) is not { } id)
                continue;
            var evidence = file.At(step["run"], $"{job.Name} fetches {model.Name}");
            file.Asset(id, model.Name, evidence, new Facets { { "pinned", model.Pin.Facet }, { "version", model.Pin.Version } });
            file.Relate(_pipeline, RelationKind.Uses, id, $"{job.Name} fetches {model.Name}.", evidence);
        }
    }

    private void Data(DocumentNode step, ShellCommand command)
    {
        foreach (var (bucket, writes, confidence) in RunScripts.Buckets(command.Words))
        {
            var evidence = file.At(step["run"].Line, $"{job.Name} {(writes ? "writes" : "reads")} {bucket.Path}", confidence);
            file.Asset(bucket, bucket.Path[(bucket.Path.IndexOf('/', StringComparison.Ordinal) + 1)..], evidence, new Facets { { "dataType", "bucket" } });
            file.Relate(_pipeline, writes ? RelationKind.Writes : RelationKind.Reads, bucket, $"{job.Name} {(writes ? "copies to" : "copies from")} {bucket.Path}.", evidence);
        }
    }
}
