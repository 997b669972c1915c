namespace CiAnon.Stages.Trials;

/// <summary>What became of a trial.</summary>
/// <param name="Tried">Masked rows that were judged.</param>
/// <param name="Failed">The verdicts of those that didn't pass.</param>
/// <param name="Why">Why nothing was tried; null where it was.</param>
internal sealed record TrialResult(int Tried, IReadOnlyList<RowVerdict> Failed, string? Why)
{
    public static TrialResult NotTried(string why) => new(0, [], why);

    public bool Passed => Why is null && Failed.Count == 0;
}
