namespace CiAnon.Strategies.Containers;

/// <summary>One step of a path.</summary>
/// <param name="Name">Of a member; null for an element or for anything.</param>
/// <param name="Index">Of an element; null for a member or for anything.</param>
/// <param name="IsDeep">However far below.</param>
internal sealed record JsonStep(byte[]? Name, int? Index, bool IsDeep)
{
    /// <summary>Written as one of an array: <c>[0]</c>, <c>[*]</c>.</summary>
    public bool IsElement { get; init; }

    public bool Matches(ReadOnlySpan<byte> name, int index) =>
        Name is { } wanted ? index < 0 && name.SequenceEqual(wanted) : Index is not { } place || place == index;
}
