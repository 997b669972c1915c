using CiAnon.Catalogs;
using CiAnon.Strategies.Sets;

namespace CiAnon.Stages.Batches;

/// <summary>The statement that evaluates an expression over rows that come as arrays: no table holds them.</summary>
/// <param name="Inputs">Name and type of each array, the column's own value first where its name, <see cref="SqlMask.Value"/>, is free.</param>
/// <param name="Expression">As the policy has it.</param>
/// <param name="Type">Of the result, for a cast that never cuts: without a length.</param>
/// <param name="HasOwnValue">Whether the first array is the column's own values.</param>
internal sealed record SqlStatement(IReadOnlyList<(string Name, string Type)> Inputs, string Expression, string Type, bool HasOwnValue)
{
    /// <param name="names">The columns that are read beside the own value.</param>
    public static SqlStatement Of(Table table, Column column, string expression, IReadOnlyList<string> names)
    {
        var inputs = names.Select(name => (name, TypeOf(table.Find(name)!))).ToList();
        var isFree = table.Find(SqlMask.Value) is null;
        if (isFree) inputs.Insert(0, (SqlMask.Value, TypeOf(column)));
        return new SqlStatement(inputs, expression, TypeOf(column), isFree);
    }

    /// <summary>One text a row, in the order of the arrays <c>$1</c>, <c>$2</c>, …</summary>
    public string Sql =>
        $"SELECT (\n{Expression}\n)::{Type}::text FROM (SELECT q.n{string.Concat(Inputs.Index().Select(input => $", q.c{input.Index}::{input.Item.Type} AS {Catalogs.Sql.Identifier(input.Item.Name)}"))} "
        + $"FROM unnest({string.Join(", ", Arrays)}) WITH ORDINALITY AS q({string.Join(", ", Fields)}, n)) AS r ORDER BY r.n";

    /// <summary>A table that PostgreSQL creates only for an immutable expression over one row.</summary>
    public string ImmutableSql =>
        $"CREATE TEMPORARY TABLE ci_anon_expression ({string.Concat(Inputs.Select(input => $"{Catalogs.Sql.Identifier(input.Name)} {input.Type}, "))}"
        + $"\"ci_anon result\" boolean GENERATED ALWAYS AS ((\n{Expression}\n) IS NULL) STORED)";

    // An expression that speaks of no column is evaluated once a row all the same.
    private IEnumerable<string> Arrays => Inputs.Count == 0 ? ["$1::text[]"] : Inputs.Select((_, index) => $"${index + 1}::text[]");

    private IEnumerable<string> Fields => Inputs.Count == 0 ? ["c0"] : Inputs.Select((_, index) => $"c{index}");

    // An explicit cast to varchar(n) cuts without a word: COPY refuses instead.
    private static string TypeOf(Column column) => column.Type.MaxLength is null ? column.Type.Name : column.Type.BaseName;
}
