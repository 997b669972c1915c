using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>A kind of personal data that was seen in a column's values.</summary>
/// <param name="Share">Of the values that hold one, 0 to 1.</param>
/// <param name="IsUnmistakable">By check digits or form: no reason of a keep covers it.</param>
public sealed record SampledKind(PersonalKind Kind, double Share, bool IsUnmistakable)
{
    /// <summary>Jordan, Rose and Winter are names and much else.</summary>
    public bool IsWord => Kind is PersonalKind.FirstName or PersonalKind.LastName;
}
