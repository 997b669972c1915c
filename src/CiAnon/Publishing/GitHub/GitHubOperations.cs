namespace CiAnon.Publishing.GitHub;

/// <summary>Every call that is made; the client, the docs and the tests against GitHub's description go by this list.</summary>
public static class GitHubOperations
{
    public static readonly GitHubOperation GetRepository = new(HttpMethod.Get, "/repos/{owner}/{repo}",
        "metadata: read", "who may see the repository", IsRepeatable: true);

    public static readonly GitHubOperation CreateCheckRun = new(HttpMethod.Post, "/repos/{owner}/{repo}/check-runs",
        "checks: write", "the verdict on a commit", IsRepeatable: false);

    // Annotations are appended: sent twice they would stand there twice.
    public static readonly GitHubOperation UpdateCheckRun = new(HttpMethod.Patch, "/repos/{owner}/{repo}/check-runs/{check_run_id}",
        "checks: write", "more annotations", IsRepeatable: false);

    public static readonly GitHubOperation ListReleases = new(HttpMethod.Get, "/repos/{owner}/{repo}/releases",
        "contents: write", "a draft of the tag, which isn't found by its tag", IsRepeatable: true);

    public static readonly GitHubOperation GetReleaseByTag = new(HttpMethod.Get, "/repos/{owner}/{repo}/releases/tags/{tag}",
        "contents: read", "the release of the tag", IsRepeatable: true);

    public static readonly GitHubOperation CreateRelease = new(HttpMethod.Post, "/repos/{owner}/{repo}/releases",
        "contents: write", "a draft", IsRepeatable: false);

    public static readonly GitHubOperation UpdateRelease = new(HttpMethod.Patch, "/repos/{owner}/{repo}/releases/{release_id}",
        "contents: write", "publishes the draft", IsRepeatable: true);

    public static readonly GitHubOperation ListAssets = new(HttpMethod.Get, "/repos/{owner}/{repo}/releases/{release_id}/assets",
        "contents: read", "the release's files", IsRepeatable: true);

    public static readonly GitHubOperation UploadAsset = new(HttpMethod.Post, "/repos/{owner}/{repo}/releases/{release_id}/assets",
        "contents: write", "a file", IsRepeatable: false);

    public static readonly GitHubOperation UpdateAsset = new(HttpMethod.Patch, "/repos/{owner}/{repo}/releases/assets/{asset_id}",
        "contents: write", "gives an uploaded file its final name", IsRepeatable: true);

    public static readonly GitHubOperation DeleteAsset = new(HttpMethod.Delete, "/repos/{owner}/{repo}/releases/assets/{asset_id}",
        "contents: write", "removes a file", IsRepeatable: true);

    public static readonly GitHubOperation ListArtifacts = new(HttpMethod.Get, "/repos/{owner}/{repo}/actions/artifacts",
        "actions: read", "artefacts of a name", IsRepeatable: true);

    public static readonly GitHubOperation DeleteArtifact = new(HttpMethod.Delete, "/repos/{owner}/{repo}/actions/artifacts/{artifact_id}",
        "actions: write", "removes an artefact", IsRepeatable: true);

    public static IReadOnlyList<GitHubOperation> All { get; } =
    [
        GetRepository, CreateCheckRun, UpdateCheckRun, ListReleases, GetReleaseByTag, CreateRelease, UpdateRelease,
        ListAssets, UploadAsset, UpdateAsset, DeleteAsset, ListArtifacts, DeleteArtifact,
    ];
}
