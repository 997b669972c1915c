namespace CiAnon.Strategies.Containers;

/// <summary>What happens to a field of a row type.</summary>
/// <param name="Mask">Null where the field is kept.</param>
/// <param name="Rule">Index of the strategy among those inside of the value.</param>
internal sealed record FieldAction(Mask? Mask, int Rule);
