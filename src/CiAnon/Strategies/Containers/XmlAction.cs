namespace CiAnon.Strategies.Containers;

/// <summary>What happens to the values that a path leads to.</summary>
/// <param name="Leaf">Null where they are kept.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
/// <param name="Delete">The element with all that is in it, or the attribute, goes.</param>
/// <param name="Set">The text that is written instead of all that is in it; null where something else happens.</param>
internal sealed record XmlAction(XmlPath Path, LeafMask? Leaf, int Rule, bool Delete, string? Set);
