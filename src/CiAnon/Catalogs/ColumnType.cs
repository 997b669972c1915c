namespace CiAnon.Catalogs;

/// <summary>A column's type, with domains resolved to what they are made of.</summary>
/// <param name="Name">As <c>format_type</c> prints it: <c>character varying(40)</c>, <c>shop.email_address</c>.</param>
/// <param name="Kind">The family of its text form; <see cref="TypeKind.Array"/> for every array.</param>
/// <param name="BaseName">The built-in type below domains, without modifiers: <c>varchar</c>, <c>int4</c>, <c>timestamptz</c> (<c>typname</c>).</param>
/// <param name="MaxLength">Characters at most for varchar(n) and char(n); null when unlimited.</param>
/// <param name="Precision">Digits in all for numeric(p,s) and arrays of it; null when unlimited.</param>
/// <param name="Scale">Digits after the point for numeric(p,s) and arrays of it; null when unlimited.</param>
/// <param name="ElementKind">For arrays, the family of the elements; otherwise None.</param>
public sealed record ColumnType(
    string Name,
    TypeKind Kind,
    string BaseName,
    int? MaxLength = null,
    int? Precision = null,
    int? Scale = null,
    TypeKind ElementKind = TypeKind.None)
{
    /// <summary>Characters at most of every element of an array of varchar(n) or char(n); null when unlimited.</summary>
    public int? ElementLength { get; init; }

    /// <summary>Of a composite type, or of an array's elements; null for others, and where only a server knows.</summary>
    public CompositeFields? Fields { get; init; }
}
