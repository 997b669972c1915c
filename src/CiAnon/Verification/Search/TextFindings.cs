using CiAnon.Recognition.Patterns;
using CiAnon.Residual;

namespace CiAnon.Verification.Search;

/// <summary>What was found in a text outside tables.</summary>
/// <param name="Object">The entry of the table of contents, or <c>large objects</c>.</param>
/// <param name="Originals">Originals that survive in it.</param>
/// <param name="Patterns">What looks personal in it, in field 0.</param>
internal sealed record TextFindings(string Object, HitTally Originals, PatternScanner Patterns)
{
    /// <summary>Null for an entry of the table of contents.</summary>
    public LargeObjectCounts? LargeObjects { get; init; }

    public bool IsEmpty => Originals.IsEmpty && PatternThreshold.All.All(threshold => Patterns.Matching(0, threshold.Kind) == 0);
}
