namespace CiAnon.Catalogs.Ddl;

/// <summary>A sequence that belongs to a column.</summary>
internal sealed record DdlSequence((string Schema, string Name) Sequence, DdlTable Table, string Column);
