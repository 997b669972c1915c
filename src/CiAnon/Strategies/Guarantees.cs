namespace CiAnon.Strategies;

/// <summary>Whether distinct values stay distinct.</summary>
public enum Uniqueness
{
    /// <summary>Distinct values may meet.</summary>
    No,

    /// <summary>Distinct values stay distinct with a probability that the planner computes from length and row count.</summary>
    WithinCapacity,

    /// <summary>A permutation: distinct values always stay distinct.</summary>
    Always,

    /// <summary>What makes the values says so: a plug-in itself, of a query or a program the rule's <c>unique</c>.</summary>
    Declared,
}

/// <summary>What a strategy promises. The planner's arithmetic and the documentation rest on it.</summary>
/// <param name="Deterministic">The same value under the same key and seed always gives the same pseudonym.</param>
/// <param name="Uniqueness">Whether distinct values stay distinct.</param>
/// <param name="AlwaysChanges">No value of the column is ever its own result; false for strategies whose result is one fixed or coarser value.</param>
/// <param name="PreservesFormat">Separators and character classes stay where they are.</param>
/// <param name="PreservesLength">The result is as long as the value.</param>
/// <param name="Output">The results' alphabet and length, for people: <c>user_ and 12-32 hex digits @ the domain</c>.</param>
/// <param name="Reversible">Whoever has the key can compute the value from the pseudonym.</param>
/// <param name="Hides">
/// The kind of the originals, when the strategy is made for one that identifies a person directly; verification looks for them
/// in the result. Null where only the column's name and values can tell.
/// </param>
/// <param name="LooksLike">Kinds that results may look like, or equal by chance: verification expects them in columns that the strategy masks.</param>
public sealed record Guarantees(
    bool Deterministic,
    Uniqueness Uniqueness,
    bool AlwaysChanges,
    bool PreservesFormat,
    bool PreservesLength,
    string Output,
    bool Reversible,
    PersonalKind? Hides,
    IReadOnlyList<PersonalKind> LooksLike);
