namespace CiAnon.Hosts;

/// <summary>Which CI run made the artefact, from the host's documented variables; null parts are unknown to the host.</summary>
/// <param name="Purpose">The workflow or pipeline, and what set it off.</param>
public sealed record CiContext(string Host, string? Repository, string? Commit, string? Run, string? Actor, string? Purpose = null)
{
    /// <summary>The context of GitHub, Azure Pipelines or GitLab, or null outside CI.</summary>
    public static CiContext? From(Func<string, string?> environment)
    {
        if (environment("GITHUB_ACTIONS") == "true")
        {
            return new CiContext("github", environment("GITHUB_REPOSITORY"), environment("GITHUB_SHA"), environment("GITHUB_RUN_ID"), environment("GITHUB_ACTOR"),
                What(environment("GITHUB_WORKFLOW"), environment("GITHUB_EVENT_NAME")));
        }
        if (environment("TF_BUILD") is not null)
        {
            return new CiContext("azure", environment("BUILD_REPOSITORY_NAME"), environment("BUILD_SOURCEVERSION"), environment("BUILD_BUILDID"), environment("BUILD_REQUESTEDFOR"),
                What(environment("BUILD_DEFINITIONNAME"), environment("BUILD_REASON")));
        }
        if (environment("GITLAB_CI") == "true")
        {
            return new CiContext("gitlab", environment("CI_PROJECT_PATH"), environment("CI_COMMIT_SHA"), environment("CI_PIPELINE_ID"), environment("GITLAB_USER_LOGIN"),
                What(environment("CI_JOB_NAME"), environment("CI_PIPELINE_SOURCE")));
        }
        return null;
    }

    private static string? What(string? name, string? cause) =>
        string.IsNullOrEmpty(name) ? cause : string.IsNullOrEmpty(cause) ? name : $"{name} ({cause})";
}
