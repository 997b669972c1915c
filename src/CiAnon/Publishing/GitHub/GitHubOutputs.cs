using CiAnon.Hosts;

namespace CiAnon.Publishing.GitHub;

/// <summary>What the commands tell the steps after them.</summary>
public static class GitHubOutputs
{
    public static readonly OutputDefinition Visibility = new("visibility", "private, internal, public or unknown.");
}
