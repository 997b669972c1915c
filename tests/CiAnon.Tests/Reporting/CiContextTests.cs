using CiAnon.Hosts;

namespace CiAnon.Tests.Reporting;

public class CiContextTests
{
    [Fact]
    public void Each_host_is_known_by_its_own_variables()
    {
        Assert.Equal(new CiContext("github", "org/repo", "abc", "12", "me"), From(("GITHUB_ACTIONS", "true"), ("GITHUB_REPOSITORY", "org/repo"), ("GITHUB_SHA", "abc"), ("GITHUB_RUN_ID", "12"), ("GITHUB_ACTOR", "me")));
        Assert.Equal(new CiContext("azure", "repo", "abc", "12", "me"), From(("TF_BUILD", "True"), ("BUILD_REPOSITORY_NAME", "repo"), ("BUILD_SOURCEVERSION", "abc"), ("BUILD_BUILDID", "12"), ("BUILD_REQUESTEDFOR", "me")));
        Assert.Equal(new CiContext("gitlab", "org/repo", "abc", "12", "me"), From(("GITLAB_CI", "true"), ("CI_PROJECT_PATH", "org/repo"), ("CI_COMMIT_SHA", "abc"), ("CI_PIPELINE_ID", "12"), ("GITLAB_USER_LOGIN", "me")));
    }

    [Fact]
    public void What_it_runs_for_is_the_workflow_and_what_set_it_off()
    {
        Assert.Equal("weekly dump (schedule)", From(("GITHUB_ACTIONS", "true"), ("GITHUB_WORKFLOW", "weekly dump"), ("GITHUB_EVENT_NAME", "schedule"))!.Purpose);
        Assert.Equal("weekly dump (Schedule)", From(("TF_BUILD", "True"), ("BUILD_DEFINITIONNAME", "weekly dump"), ("BUILD_REASON", "Schedule"))!.Purpose);
        Assert.Equal("anonymize (schedule)", From(("GITLAB_CI", "true"), ("CI_JOB_NAME", "anonymize"), ("CI_PIPELINE_SOURCE", "schedule"))!.Purpose);
        Assert.Equal("schedule", From(("GITLAB_CI", "true"), ("CI_PIPELINE_SOURCE", "schedule"))!.Purpose);
    }

    [Fact]
    public void Nothing_is_known_outside_of_them()
    {
        Assert.Null(From());
        Assert.Null(From(("CI", "true"), ("GITHUB_ACTIONS", "false"), ("GITHUB_SHA", "abc")));
    }

    [Fact]
    public void What_a_host_does_not_say_is_left_out() => Assert.Equal(new CiContext("github", null, null, null, null), From(("GITHUB_ACTIONS", "true")));

    private static CiContext? From(params (string Name, string Value)[] variables) =>
        CiContext.From(variables.ToDictionary(pair => pair.Name, pair => pair.Value).GetValueOrDefault);
}
