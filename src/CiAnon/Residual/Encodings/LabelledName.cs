namespace CiAnon.Residual.Encodings;

/// <summary>A part of a name under a label, as places in a text.</summary>
internal readonly record struct LabelledName(Range Label, Range Value, bool MayBeFirst, bool MayBeLast);
