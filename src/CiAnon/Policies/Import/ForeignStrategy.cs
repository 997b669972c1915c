using CiAnon.Strategies;

namespace CiAnon.Policies.Import;

/// <summary>A strategy of another tool: a row of the docs, and what the importer makes of it.</summary>
/// <param name="Row">As the docs show it.</param>
/// <param name="Names">As the tool's files have it; none for what is a setting, which its reader carries over.</param>
/// <param name="Map">Rules of ours; none where <see cref="ForeignRule.Refuse"/> says why.</param>
internal sealed record ForeignStrategy(PeerStrategy Row, IReadOnlyList<string> Names, Func<ForeignRule, IReadOnlyList<RuleDraft>>? Map)
{
    /// <summary>A row without a strategy's name: a setting.</summary>
    public static ForeignStrategy Setting(string tool, string theirs, string ours, string difference = "") => new(new(tool, theirs, ours, difference), [], null);
}
