using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Workflows;

/// <summary>Records the AI agents and model calls of a job: nobody approves there what they do.</summary>
internal sealed class CiAgentRecorder(InspectedFile file, WorkflowJob job, AssetId pipeline, AssetId token, VariableRecorder secrets)
{
    /// <summary>Records a step that runs a known action.</summary>
    public void Action(DocumentNode step, AiAction action, string uses)
    {
        var with = step["with"];
        var prompts = action.Prompts.Select(p => with[p].Text).Where(p => p.Length > 0).ToArray();
        var untrusted = prompts.SelectMany(Expressions.UntrustedIn).Concat(action.ReadsEvent ? WorkflowTriggers.Texts(job.Events) : []);
        var tools = action.Tools.Select(t => with[t]).Where(t => t.IsScalar && t.Text.Length > 0).ToArray();
        var who = Record(step.Line, action, $"{uses} runs in {job.Name}", untrusted, tools.SelectMany(t => AgentArguments.Tools(t.Text)), null);
        foreach (var (_, value) in with.Entries)
        {
            foreach (var secret in Expressions.Secrets(value.Text).Where(s => s != "GITHUB_TOKEN"))
                secrets.Credential(who, action.Name, secret, value.Line);
        }

        Models(action, with, who);
        foreach (var tool in tools)
        {
            if (AgentArguments.Model(tool.Text) is { } model && action.Provider.Length > 0)
                Model(action.Provider, model, tool, action.Name, who);
        }
    }

    /// <summary>Records a command that runs an agent unattended.</summary>
    public void Command(DocumentNode step, AiAction command, ShellCommand words)
    {
        var untrusted = words.Words.SelectMany(Expressions.UntrustedIn);
        var unattended = words.Words.Any(w => command.Skip.Any(s => w.Contains(s, StringComparison.Ordinal)));
        var detail = unattended ? $"{command.Command} runs in {job.Name} with its approvals switched off" : $"{command.Command} runs in {job.Name}";
        Record(step["run"].Line, command, detail, untrusted, [], unattended ? true : null);
    }

    private AssetId Record(int line, AiAction action, string detail, IEnumerable<string> untrusted, IEnumerable<string> tools, bool? privileged)
    {
        var evidence = file.At(line, detail);
        var who = pipeline;
        if (action.IsAgent)
        {
            who = file.Tree.Local(AssetKind.Agent, file.Path, job.Name, action.Framework.Length > 0 ? action.Framework : WellKnown.Slug(action.Name));
            file.Asset(who, action.Name, evidence, new Facets
            {
                { "framework", action.Framework }, { "provider", action.Provider }, { "autonomy", "auto-approve" }, { "permissions", tools },
                { "untrustedInputs", untrusted }, { "privileged", privileged }, { "environment", Environments.Of(job.Environment) },
            });
            file.Asset(who, action.Name, evidence with { Confidence = Confidence.Likely }, new Facets { { "capabilities", action.Capabilities } });
            file.Relate(pipeline, RelationKind.Uses, who, $"{job.Name} runs {action.Name}.", evidence);
            file.Relate(who, RelationKind.RunsAs, token, $"{action.Name} acts with the workflow's token.", evidence);
            file.Relate(who, RelationKind.DefinedIn, file.Application, $"{file.Path} runs it.", evidence);
        }

        if (action.Provider.Length > 0)
        {
            var service = WellKnown.AiService(action.Provider);
            file.Asset(service, action.Provider, evidence, new Facets { { "provider", action.Provider }, { "hosting", "provider" } });
            file.Relate(who, RelationKind.Uses, service, $"{action.Name} calls {action.Provider}.", evidence);
        }

        return who;
    }

    private void Models(AiAction action, DocumentNode with, AssetId who)
    {
        foreach (var model in action.Models.Select(m => with[m]).Where(m => m.IsScalar && m.Text.Length > 0 && !m.Text.Contains("${{", StringComparison.Ordinal)))
        {
            var slash = model.Text.IndexOf('/', StringComparison.Ordinal);
            var provider = slash > 0 ? model.Text[..slash] : action.Provider;
            if (provider.Length == 0)
                continue;
            Model(provider, model.Text[(slash + 1)..], model, action.Name, who);
        }
    }

    private void Model(string provider, string name, DocumentNode node, string agent, AssetId who)
    {
        var evidence = file.At(node, $"{agent} calls {name}");
        var id = file.Asset(WellKnown.Model(provider, name), name, evidence);
        file.Relate(who, RelationKind.Uses, id, $"{agent} calls {name}.", evidence);
    }
}
