namespace CiAnon.Catalogs.Ddl;

/// <summary>A foreign key as it is written: partitions have it too, without a word.</summary>
internal sealed record DdlForeignKey(string Name, DdlTable Table, IReadOnlyList<string> Columns, DdlTable Referenced, IReadOnlyList<string> ReferencedColumns);
