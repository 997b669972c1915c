namespace CiAnon.Catalogs.Ddl;

/// <summary>The columns that a dump has rows of: all that it says of a table that it doesn't create.</summary>
public sealed record DdlRows(string Schema, string Table, IReadOnlyList<string> Columns);
