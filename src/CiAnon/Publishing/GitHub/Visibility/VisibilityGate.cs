using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub.Visibility;

/// <summary>Nothing is published where everybody may fetch it, unless that is asked for. What isn't known counts as public.</summary>
public static class VisibilityGate
{
    /// <param name="client">Null without a token: then the event alone decides.</param>
    public static VisibilityFinding Look(GitHubSettings settings, GitHubClient? client, CancellationToken ct)
    {
        try
        {
            var told = WorkflowEvent.Read(settings.EventPath)?.Visibility(settings.Repository);
            return client is null ? Told(told, settings) : Answered(told, client, ct);
        }
        catch (CiAnonException exception)
        {
            return new VisibilityFinding(null, string.Join("; ", exception.Diagnostics.Select(diagnostic => diagnostic.Message)));
        }
    }

    /// <exception cref="CiAnonException">CIANON6008: everybody may see the repository; CIANON6009: who may see it isn't known.</exception>
    public static void Require(VisibilityFinding finding, bool allowPublic)
    {
        if (allowPublic) return;
        if (finding.Visibility is null)
            throw new CiAnonException(DiagnosticCodes.VisibilityUnknown, $"who may see the repository isn't known, so nothing is published there: {finding.Source}");
        if (finding.Visibility is RepositoryVisibility.Public)
            throw new CiAnonException(DiagnosticCodes.RepositoryIsPublic, $"the repository is public, as {finding.Source} says, and everybody could download the dump: use a private repository, or allow it with --allow-public");
    }

    private static VisibilityFinding Told(RepositoryVisibility? told, GitHubSettings settings)
    {
        if (told is null) return new VisibilityFinding(null, "there is no token to ask GitHub with, and no event that says it");
        return settings.IsRerun
            ? new VisibilityFinding(null, "the run was started again, its event is as old as the first attempt, and there is no token to ask GitHub with")
            : new VisibilityFinding(told, "the event");
    }

    private static VisibilityFinding Answered(RepositoryVisibility? told, GitHubClient client, CancellationToken ct)
    {
        if (RepositoryVisibilities.Of(client.Repository(ct), out _) is not { } answered) return new VisibilityFinding(null, "GitHub's API doesn't say it");
        var differs = told is { } before && (before == RepositoryVisibility.Public) != (answered == RepositoryVisibility.Public);
        return differs
            ? new VisibilityFinding(null, $"the event says {told!.Value.ToString().ToLowerInvariant()}, and GitHub's API {answered.ToString().ToLowerInvariant()}")
            : new VisibilityFinding(answered, "GitHub's API");
    }
}
