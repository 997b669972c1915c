using System.Text.Json;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;
using CiAnon.Publishing.GitHub.Visibility;

namespace CiAnon.Publishing.GitHub;

/// <summary>What started a workflow: the file that <c>GITHUB_EVENT_PATH</c> names, which GitHub writes.</summary>
internal sealed partial class WorkflowEvent
{
    // A webhook's payload is at most 25 MB.
    private const int MostBytes = 32 * 1024 * 1024;

    private readonly EventPayload _payload;

    private WorkflowEvent(EventPayload payload) => _payload = payload;

    /// <returns>Null without a path.</returns>
    /// <exception cref="CiAnonException">CIANON6007: it can't be read, or isn't an event.</exception>
    public static WorkflowEvent? Read(string? path)
    {
        if (path is null) return null;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw Malformed("it is too large", null);
            return new WorkflowEvent(JsonSerializer.Deserialize(File.ReadAllBytes(path), GitHubJson.Default.EventPayload) ?? throw Malformed("it holds null", null));
        }
        catch (JsonException exception)
        {
            throw Malformed("it isn't an event's JSON", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Malformed(exception.Message, exception);
        }
    }

    /// <summary>Null when the event doesn't say.</summary>
    /// <exception cref="CiAnonException">CIANON6007: it speaks of another repository, or contradicts itself.</exception>
    public RepositoryVisibility? Visibility(RepositoryName repository)
    {
        if (_payload.Repository is not { } told) return null;
        if (told.FullName is { } name && !repository.Is(name)) throw Malformed($"it is of another repository than {repository}", null);
        return RepositoryVisibilities.Of(told, out var isContradiction) is { } visibility ? visibility
            : isContradiction ? throw Malformed("it says private and public at once", null) : null;
    }

    /// <summary>The commit to judge: of a pull request its last one, as the run's own is a merge that nobody sees.</summary>
    /// <exception cref="CiAnonException">CIANON6005: none is known.</exception>
    public static string Commit(GitHubSettings settings)
    {
        var commit = Read(settings.EventPath)?._payload.PullRequest?.Head?.Sha ?? settings.Commit;
        return commit is not null && Sha().IsMatch(commit) ? commit
            : throw new CiAnonException(DiagnosticCodes.GitHubSettings, "GITHUB_SHA must hold the commit, as GitHub sets it");
    }

    private static CiAnonException Malformed(string why, Exception? cause) =>
        new(DiagnosticCodes.EventMalformed, $"the event that GITHUB_EVENT_PATH names can't be relied on: {why}", cause: cause);

    [GeneratedRegex(@"\A[0-9a-f]{40}(?:[0-9a-f]{24})?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Sha();
}
