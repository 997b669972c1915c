namespace CiAnon.Hosts;

/// <summary>Which CI run made the artefact, from the host's documented variables; null parts are unknown to the host.</summary>
public sealed record CiContext(string Host, string? Repository, string? Commit, string? Run, string? Actor)
{
    /// <summary>The context of GitHub, Azure Pipelines or GitLab, or null outside CI.</summary>
    public static CiContext? From(Func<string, string?> environment)
    {
        if (environment("GITHUB_ACTIONS") == "true")
            return new CiContext("github", environment("GITHUB_REPOSITORY"), environment("GITHUB_SHA"), environment("GITHUB_RUN_ID"), environment("GITHUB_ACTOR"));
        if (environment("TF_BUILD") is not null)
            return new CiContext("azure", environment("BUILD_REPOSITORY_NAME"), environment("BUILD_SOURCEVERSION"), environment("BUILD_BUILDID"), environment("BUILD_REQUESTEDFOR"));
        if (environment("GITLAB_CI") == "true")
            return new CiContext("gitlab", environment("CI_PROJECT_PATH"), environment("CI_COMMIT_SHA"), environment("CI_PIPELINE_ID"), environment("GITLAB_USER_LOGIN"));
        return null;
    }
}
