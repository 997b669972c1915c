namespace CiAnon.Strategies;

/// <summary>Several pseudonyms per value, so that a common value isn't known again by being common.</summary>
/// <param name="By">The column whose original value says which of them.</param>
/// <param name="Pseudonyms">How many at most.</param>
public sealed record Spread(string By, int Pseudonyms)
{
    /// <summary>For plan and report.</summary>
    public string Words => $"{Pseudonyms} pseudonyms per value, by {By}";
}
