namespace CiAnon.Strategies.Containers;

/// <summary>What happens to the values that a path leads to.</summary>
/// <param name="Leaf">Null where they are kept.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
internal sealed record XmlAction(XmlPath Path, LeafMask? Leaf, int Rule);
