namespace CiAnon.Strategies.Shapes;

/// <summary>What a template does to a column's value.</summary>
internal enum TemplateFunction
{
    None,
    Lower,
    Upper,
    Initial,
    Slug,
}
