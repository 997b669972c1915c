namespace CiAnon.Publishing.GitHub;

/// <summary>What may go; never the current run's own.</summary>
/// <param name="Keep">The newest so many of every branch stay; null when their number doesn't matter.</param>
/// <param name="OlderThan">What is older goes; null when age doesn't matter.</param>
/// <param name="Reports">Reports go with their dumps; else they stay as evidence.</param>
/// <param name="IsDryRun">Nothing is deleted, only named.</param>
public sealed record PruneRules(int? Keep, TimeSpan? OlderThan, bool Reports, bool IsDryRun)
{
    internal bool IsOld(DateTimeOffset createdAt, DateTimeOffset now) => OlderThan is { } age && createdAt < now - age;
}
