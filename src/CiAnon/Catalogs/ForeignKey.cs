namespace CiAnon.Catalogs;

/// <summary>A foreign key; the two column lists pair up by position.</summary>
public sealed record ForeignKey(string Name, Table Table, IReadOnlyList<string> Columns, Table Referenced, IReadOnlyList<string> ReferencedColumns);
