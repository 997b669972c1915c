using CiAnon.Catalogs;
using CiAnon.Policies.Rows;

namespace CiAnon.Stages.Selection;

/// <summary>A condition that PostgreSQL understood, over the columns that it reads.</summary>
/// <param name="Table">Whose rows are judged.</param>
/// <param name="Alias">What the condition may call the table.</param>
/// <param name="Columns">That it reads, and no others.</param>
/// <param name="Fields">Where these stand in a row of the dump.</param>
/// <param name="IsPlain">Only PostgreSQL's own types and functions occur, none of which does anything or gives another result each time: every server understands it alike.</param>
internal sealed record SqlCondition(RowsCondition Rule, Table Table, string Alias, IReadOnlyList<string> Columns, IReadOnlyList<int> Fields, bool IsPlain)
{
    /// <summary>The rows that it is true of, for FROM.</summary>
    public string Rows => $"ONLY {Table.SqlName} AS {Sql.Identifier(Alias)} WHERE {InParentheses(Rule)}";

    /// <summary>For WHERE; a comment at its end doesn't swallow what follows.</summary>
    public static string InParentheses(RowsCondition rule) => $"(\n{rule.Sql}\n)";
}
