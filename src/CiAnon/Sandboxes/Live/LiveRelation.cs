using CiAnon.Catalogs;

namespace CiAnon.Sandboxes.Live;

/// <summary>A table whose rows pg_dump would write, a sequence or a materialized view.</summary>
/// <param name="Kind">As pg_class has it: r, S or m.</param>
/// <param name="Columns">Of a table, those that COPY writes; generated ones are not among them.</param>
/// <param name="Bytes">On disk, without indexes.</param>
/// <param name="Where">SQL's WHERE for the rows of an extension's table that are pg_dump's; empty for all.</param>
/// <param name="IsPopulated">Of a materialized view.</param>
/// <param name="IsFetched">Of a materialized view: its rows come from elsewhere, where nobody looks at them.</param>
internal sealed record LiveRelation(uint Oid, string Schema, string Name, char Kind, string Owner, IReadOnlyList<string> Columns, long Bytes, string Where, bool IsPopulated, bool IsFetched)
{
    public string FullName => $"{Schema}.{Name}";

    public string SqlName => $"{Sql.Identifier(Schema)}.{Sql.Identifier(Name)}";
}
