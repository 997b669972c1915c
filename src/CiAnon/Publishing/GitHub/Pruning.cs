using CiAnon.Publishing.GitHub.Json;

namespace CiAnon.Publishing.GitHub;

/// <summary>Deletes older artefacts of ours, and nothing of any other name.</summary>
/// <param name="runId">The current run, whose artefacts stay; null outside of one.</param>
/// <param name="tell">Told what went, a line each.</param>
public sealed class Pruning(GitHubClient client, PruneRules rules, long? runId, Action<string> tell)
{
    public const string ReportSuffix = "-report";

    private readonly DateTimeOffset _now = client.Time.GetUtcNow();

    /// <summary>Artefacts of workflow runs.</summary>
    /// <param name="name">The dumps' name, exactly; their reports have <see cref="ReportSuffix"/> behind it.</param>
    /// <returns>How many went.</returns>
    public int Artifacts(string name, CancellationToken ct)
    {
        var dumps = List(name, ct);
        var going = Outdated(dumps);
        if (rules.Reports) going.AddRange(ReportsOf(dumps, going, List(name + ReportSuffix, ct)));
        return going.Count(artifact => Remove($"artefact {artifact.Name} of run {artifact.WorkflowRun?.Id}, {artifact.CreatedAt:yyyy-MM-dd}", () => client.DeleteArtifact(artifact.Id, ct)));
    }

    /// <summary>Files on a release: those that carry our label and are too old.</summary>
    /// <returns>How many went.</returns>
    public int Assets(string tag, CancellationToken ct)
    {
        if (client.FindRelease(tag, ct) is not { } release)
        {
            tell($"there is no release of {Hosts.Printable.Line(tag)}");
            return 0;
        }
        // A report goes first, as it must not stand there without its dump for longer than its dump without it.
        var going = client.Assets(release.Id, ct).Where(asset => (asset.IsDump || asset.IsReport && rules.Reports) && rules.IsOld(asset.CreatedAt, _now))
            .OrderByDescending(asset => asset.IsReport).ToList();
        return going.Count(asset => Remove($"file {Hosts.Printable.Line(asset.Name)} of {Hosts.Printable.Line(tag)}, {asset.CreatedAt:yyyy-MM-dd}", () => client.DeleteAsset(asset.Id, ct)));
    }

    private List<ActionsArtifact> List(string name, CancellationToken ct) =>
        [.. client.Artifacts(name, ct).Where(artifact => artifact.Name == name && !artifact.Expired)];

    private List<ActionsArtifact> Outdated(IEnumerable<ActionsArtifact> artifacts) =>
        [.. artifacts.GroupBy(Branch).SelectMany(OutdatedOfBranch).Where(artifact => runId is null || artifact.WorkflowRun?.Id != runId)];

    private IEnumerable<ActionsArtifact> OutdatedOfBranch(IEnumerable<ActionsArtifact> artifacts) => artifacts
        .OrderByDescending(artifact => artifact.CreatedAt).ThenByDescending(artifact => artifact.Id)
        .Where((artifact, newer) => newer >= rules.Keep || artifact.CreatedAt is { } created && rules.IsOld(created, _now));

    // A fork may have a branch of the same name: its artefacts must not push ours out.
    private static (long? Repository, string? Branch) Branch(ActionsArtifact artifact) => (artifact.WorkflowRun?.HeadRepositoryId, artifact.WorkflowRun?.HeadBranch);

    // A report shares the fate of its run's dump; where there is no dump any more, or never was, the rules are asked.
    private List<ActionsArtifact> ReportsOf(List<ActionsArtifact> dumps, List<ActionsArtifact> going, List<ActionsArtifact> reports)
    {
        reports.RemoveAll(report => Run(report) is null);
        var withDump = dumps.Select(Run).ToHashSet();
        var losingIt = going.Select(Run).ToHashSet();
        var alone = reports.Where(report => !withDump.Contains(Run(report))).ToList();
        return [.. reports.Where(report => losingIt.Contains(Run(report))), .. Outdated(alone)];
    }

    private static long? Run(ActionsArtifact artifact) => artifact.WorkflowRun?.Id;

    private bool Remove(string what, Func<bool> delete)
    {
        if (rules.IsDryRun)
        {
            tell($"would delete {what}");
            return true;
        }
        var isDeleted = delete();
        tell(isDeleted ? $"deleted {what}" : $"gone already: {what}");
        return isDeleted;
    }
}
