namespace CiAnon.Strategies.Containers;

/// <summary>What happens to a part that has a name.</summary>
/// <param name="Name">Null for every name.</param>
/// <param name="Leaf">Null where the part is kept.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
/// <param name="Delete">Name and value go.</param>
/// <param name="Set">What becomes of every value, NULL as well; null where something else happens.</param>
internal sealed record PartAction(byte[]? Name, LeafMask? Leaf, int Rule, bool Delete, byte[]? Set);
