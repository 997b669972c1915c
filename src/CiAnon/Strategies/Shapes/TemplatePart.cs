namespace CiAnon.Strategies.Shapes;

/// <summary>A piece of a template: a text, or a column.</summary>
/// <param name="Mask">Of the column, bound to the row's shape; null where the column stays.</param>
internal sealed record TemplatePart(byte[] Text, string? Column, TemplateFunction Function, int Field = -1, Mask? Mask = null);
