namespace CiAnon.Diagnostics;

/// <summary>GitHub's API.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode GitHubRefused = new("CIANON6001", Severity.Error, ExitCode.Environment,
        "GitHub refused a call", "The message has GitHub's own words. With 401 the token is wrong or has ended.");

    public static readonly DiagnosticCode GitHubUnreachable = new("CIANON6002", Severity.Error, ExitCode.Environment,
        "GitHub doesn't answer", "Run the step again later; https://www.githubstatus.com tells of outages. In a container, allow the network.");

    public static readonly DiagnosticCode GitHubRateLimited = new("CIANON6003", Severity.Error, ExitCode.Environment,
        "GitHub's rate limit is used up", "Run the step again when the limit has ended, and see which jobs share the token.");

    public static readonly DiagnosticCode GitHubAnswerUnknown = new("CIANON6004", Severity.Error, ExitCode.Environment,
        "GitHub's answer isn't understood", "Check GITHUB_API_URL. If it is right, report this with the version of the server.");

    public static readonly DiagnosticCode GitHubSettings = new("CIANON6005", Severity.Error, ExitCode.Usage,
        "GitHub's variables are missing or wrong", "GitHub sets GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_SHA in every job: hand them on to the container, or set them by hand.");

    public static readonly DiagnosticCode NoGitHubToken = new("CIANON6006", Severity.Error, ExitCode.Usage,
        "There is no token for GitHub", "Give the step `env: { GITHUB_TOKEN: \"${{ github.token }}\" }`, or name another variable with --token-env.");

    public static readonly DiagnosticCode EventMalformed = new("CIANON6007", Severity.Error, ExitCode.Environment,
        "The event can't be relied on", "GITHUB_EVENT_PATH names a file that GitHub writes in every job: hand it on to the container, unchanged.");

    public static readonly DiagnosticCode RepositoryIsPublic = new("CIANON6008", Severity.Error, ExitCode.CheckFailed,
        "The repository is public", "Everybody can download what is published there. Use a private repository; or, where the data may be seen by everybody, --allow-public.");

    public static readonly DiagnosticCode VisibilityUnknown = new("CIANON6009", Severity.Error, ExitCode.CheckFailed,
        "Who may see the repository isn't known", "Nothing is published then. Give the step a token (`metadata: read` is enough), and GITHUB_EVENT_PATH.");

    public static readonly DiagnosticCode NotProven = new("CIANON6010", Severity.Error, ExitCode.CheckFailed,
        "The dump isn't proven", "Only a dump whose report says passed, and has its digest, is published. Run again until every check passes.");

    public static readonly DiagnosticCode UploadBroken = new("CIANON6011", Severity.Error, ExitCode.Environment,
        "A file doesn't arrive as it is", "Something on the way changes or cuts it, often a proxy. Run the step again, or from elsewhere.");

    public static readonly DiagnosticCode NotReleasable = new("CIANON6012", Severity.Error, ExitCode.Usage,
        "A release can't take the file", "The message says why. Artefacts of the run (actions/upload-artifact) take larger files, and folders.");

    public static readonly DiagnosticCode GitHubUntrusted = new("CIANON6013", Severity.Error, ExitCode.Environment,
        "GitHub's answer leads to another host", "The token isn't sent there. Check GITHUB_API_URL, and what stands between.");

    public static readonly DiagnosticCode GitHubDenied = new("CIANON6014", Severity.Error, ExitCode.Environment,
        "The token may not do this", "GitHub answers 403, or 404 for what the token may not see. Give the job the permission that the message names.");

    public static readonly DiagnosticCode CheckRunDenied = new("CIANON6015", Severity.Warning, ExitCode.Environment,
        "The check run could not be written", "Give the job `checks: write`. Pull requests from forks never have it: the job's summary holds the verdict.");
}
