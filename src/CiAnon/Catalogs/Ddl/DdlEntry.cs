namespace CiAnon.Catalogs.Ddl;

/// <summary>What one entry of a dump's table of contents says of the schema.</summary>
/// <param name="Desc">The kind of entry: TABLE, TYPE, FK CONSTRAINT, ….</param>
/// <param name="Schema">The object's schema; null when it has none.</param>
/// <param name="Tag">The object's name as it is, not quoted.</param>
/// <param name="Definition">The SQL that creates the object; may be empty.</param>
public sealed record DdlEntry(string Desc, string? Schema, string Tag, string Definition)
{
    /// <summary>For messages, like "TABLE public.customers".</summary>
    public string FullName => string.IsNullOrEmpty(Schema) ? $"{Desc} {Tag}" : $"{Desc} {Schema}.{Tag}";
}
