namespace CiAnon.Residual.Encodings;

/// <summary>A part of a name under a label.</summary>
/// <param name="Value">Its place in the text.</param>
internal readonly record struct LabelledName(NameLabel Label, Range Value);
