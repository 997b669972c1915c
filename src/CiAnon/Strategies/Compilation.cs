namespace CiAnon.Strategies;

/// <summary>A mask, or why the strategy doesn't fit (a phrase that continues "strategy 'x' ": <c>gives 37 characters, ...</c>).</summary>
public readonly record struct Compilation(Mask? Mask, string? Problem)
{
    /// <summary>What the column's room takes from the results (a phrase that continues the same way); null where it takes nothing.</summary>
    public string? Cut { get; init; }

    /// <summary>What of the original the results show (<c>publishes the first 2 characters</c>); null where nothing is left of it.</summary>
    public string? Publishes { get; init; }

    /// <summary>How many values the results are drawn from, where they are drawn from a list; null where nothing but the room bounds them.</summary>
    public int? Pool { get; init; }

    public static implicit operator Compilation(Mask mask) => new(mask, null);

    public static Compilation DoesNotFit(string problem) => new(null, problem);
}
