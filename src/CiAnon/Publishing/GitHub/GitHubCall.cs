namespace CiAnon.Publishing.GitHub;

/// <summary>An operation with everything filled in.</summary>
/// <param name="Operation">What it is.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Content">Makes the body anew for every try; null when there is none.</param>
internal sealed record GitHubCall(GitHubOperation Operation, Uri Address, Func<HttpContent>? Content = null)
{
    /// <summary>For one try, answer included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(100);
}
