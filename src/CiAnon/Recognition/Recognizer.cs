using CiAnon.Strategies;

namespace CiAnon.Recognition;

/// <summary>Tells values of one kind from others by their bytes alone. UTF-8 in, nothing allocated per value, never throws.</summary>
public abstract class Recognizer
{
    /// <summary>Below this strength, check digits speak, and chance can be told from intent.</summary>
    public const double WithCheckDigits = 0.25;

    /// <summary>As in reports: <c>iban</c>, <c>us-ssn</c>.</summary>
    public required string Name { get; init; }

    public required PersonalKind Kind { get; init; }

    /// <summary>What it takes for a value of this kind; for the docs.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// The probability that a random value of the same shape passes: 1/97 for an IBAN's check digits, 1 where only the shape speaks.
    /// </summary>
    public required double Strength { get; init; }

    /// <summary>Nothing else is written like it: a single one is no chance.</summary>
    public bool HasOwnForm { get; init; }

    /// <summary>
    /// What it sees leads to somebody and is nothing else, by check digits or by its form: no reason of a keep covers it, only an entry of
    /// <c>verify: allow</c>.
    /// </summary>
    public bool IsUnmistakable => PersonalKinds.Of(Kind).IsDirect && (HasOwnForm || Strength < WithCheckDigits);

    /// <summary>The values alone don't speak for the kind: a column's name or a word nearby must.</summary>
    public virtual bool NeedsContext => false;

    /// <summary>Words that speak for the kind when they stand in a column's name or before the value: lower case, ASCII.</summary>
    public IReadOnlyList<string> ContextWords { get; init; } = [];

    /// <summary>The whole value, spaces around it aside, is one. A context isn't asked for.</summary>
    public abstract bool IsWhole(ReadOnlySpan<byte> value);

    /// <summary>How many stand in free text, JSON, XML, arrays; those that need a context only where it gives one.</summary>
    public abstract int Count(ReadOnlySpan<byte> text);
}
