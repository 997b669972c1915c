namespace CiAnon.Strategies.Containers;

/// <summary>What happens to the values that a path leads to.</summary>
/// <param name="Delete">They go, with their names.</param>
/// <param name="Set">JSON that is written instead; null where something else happens.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
/// <param name="Leaf">Masks every text and number there; null where they are kept.</param>
internal sealed record JsonAction(JsonPath Path, bool Delete, byte[]? Set, LeafMask? Leaf, int Rule);
