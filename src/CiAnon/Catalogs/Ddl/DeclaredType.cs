namespace CiAnon.Catalogs.Ddl;

/// <summary>A type that the dump creates.</summary>
/// <param name="Type"><c>typtype</c>: b, c, d, e, r, m.</param>
/// <param name="Base">What a domain is made of.</param>
/// <param name="NotNull">A domain that refuses NULL.</param>
/// <param name="Attributes">The columns of a composite type.</param>
/// <param name="IsRow">The type that comes with a table, view or sequence.</param>
internal sealed record DeclaredType(
    string Schema,
    string Name,
    string Type,
    TypeName? Base = null,
    bool NotNull = false,
    IReadOnlyList<DdlColumn>? Attributes = null,
    bool IsRow = false)
{
    /// <summary>What a domain's CHECKs enumerate, or an enum's labels.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }
}
