using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What a column holds, as far as its name and its values tell.</summary>
/// <param name="Kind">Null when nothing speaks for personal data.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Why">A phrase for people; never holds a value.</param>
public sealed record ColumnVerdict(PersonalKind? Kind, double Confidence, string Why)
{
    /// <summary>Below it, a person should look.</summary>
    public const double Sure = 0.65;

    /// <summary>What looks personal in the sampled values, be it a single one: such a column is never proposed to be kept.</summary>
    public IReadOnlyList<SampledKind> Seen { get; init; } = [];

    public bool IsSure => Confidence >= Sure;
}
