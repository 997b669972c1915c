using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Subsets along foreign keys.</summary>
internal static partial class ForeignSubset
{
    /// <summary>Of a table the rows stay that hold all conditions, of other tables those that refer to no row that goes.</summary>
    /// <param name="table">As the policy names it.</param>
    /// <param name="conditions">SQL, in which the table may stand with its schema.</param>
    public static void Conditions(string table, SourcePosition tableAt, IReadOnlyList<YamlNode> conditions, PolicyDraft draft)
    {
        var own = new List<string>();
        foreach (var condition in conditions)
        {
            if (condition.Scalar() is { } sql && OwnRow(sql.Trim(), table) is { Length: > 0 } where) own.Add(where);
            else draft.Lose(condition.At, $"a condition on the rows of table {table} isn't carried over, as it reads other tables: all rows stay that the others leave");
        }
        if (own.Count == 0) return;
        var text = own.Count == 1 ? own[0] : string.Join(" AND ", own.Select(where => $"({where})"));
        draft.Rows(table, tableAt, PolicyNode.Map(conditions[0].At, (PolicyLanguage.RowsWhere.Name, PolicyNode.Text(text, conditions[0].At))));
    }

    /// <summary>Some rows of one table, what belongs to them, and what all of these need.</summary>
    /// <param name="percent">Of the table's rows, drawn at random there; null for all.</param>
    public static void From(string table, SourcePosition at, string? where, string? limit, string? percent, PolicyDraft draft)
    {
        var keys = new List<(string, YamlNode)> { (PolicyLanguage.SubsetFrom.Name, PolicyNode.Text(table, at)) };
        if (where is not null && OwnRow(where.Trim(), table) is { } condition) keys.Add((PolicyLanguage.SubsetWhere.Name, PolicyNode.Text(condition, at)));
        else if (where is not null) draft.Lose(at, $"the subset's condition isn't carried over, as it reads other tables than {table}");
        if (limit is not null) keys.Add((PolicyLanguage.SubsetLimit.Name, PolicyNode.Text(limit, at)));
        if (!draft.Set(PolicyLanguage.Subset, PolicyNode.Map(at, keys)))
        {
            draft.Lose(at, $"a second subset, of table {table}, isn't carried over: a policy has one");
            return;
        }
        if (percent is null || !double.TryParse(percent, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || share is <= 0 or >= 100) return;
        draft.Rows(table, at, PolicyNode.Map(at, (PolicyLanguage.RowsSample.Name, PolicyNode.Text($"{percent}%", at))));
        draft.Differ(at, $"of table {table} {percent}% are drawn by a keyed hash; rows beyond the share stay out, and whatever refers to them does");
    }

    /// <summary>Of tools whose files say more of such a key than which columns refer to which table.</summary>
    public static string VirtualKey(string? table) => $"a virtual foreign key{(table is null ? "" : $" of table {table}")} isn't carried over: say it under 'references', and give both columns the same rule";

    /// <summary>Greenmask's foreign keys that the database doesn't state.</summary>
    public static void References(YamlNode? tables, Func<YamlNode, string?> name, PolicyDraft draft)
    {
        foreach (var table in tables.Items())
            foreach (var reference in table.Find("references").Items()) Reference(name(table), name(reference), reference, draft);
    }

    private static void Reference(string? from, string? to, YamlNode reference, PolicyDraft draft)
    {
        var columns = reference.Find("columns").Items();
        var names = columns.Select(column => column.Find("name").Scalar()).OfType<string>().ToList();
        if (from is null || to is null || names.Count == 0 || names.Count < columns.Count)
        {
            draft.Lose(reference.At, $"a reference of table {from} isn't carried over, as it goes by an expression: only columns refer here");
            return;
        }
        var keys = new List<(string, YamlNode)>
        {
            (PolicyLanguage.ReferenceTable.Name, PolicyNode.Text(from, reference.At)),
            (PolicyLanguage.ReferenceColumns.Name, names.Count == 1 ? PolicyNode.Text(names[0], reference.At) : PolicyNode.List(names, reference.At)),
            (PolicyLanguage.ReferenceTo.Name, PolicyNode.Text(to, reference.At)),
        };
        if (reference.Find("polymorphic_exprs").Items() is { Count: > 0 } cases)
        {
            // Without its case it would hold for rows that refer to other tables.
            if (cases.Count > 1 || new RowExpressionParser(cases[0].Scalar() ?? "").Parse() is not Comparison { Key: "equals", IsNegated: false } one)
            {
                draft.Lose(cases[0].At, $"a reference of table {from} isn't carried over: 'when' here is one column with one value");
                return;
            }
            keys.Add((PolicyLanguage.ReferenceWhen.Name, PolicyNode.Map(cases[0].At, (one.Column, PolicyNode.Text(one.Values[0], cases[0].At)))));
        }
        if (reference.Find("not_null").IsTrue()) draft.Differ(reference.At, $"rows of table {from} that refer to nothing stay: NULL refers to no row that could be left out");
        draft.Refer(PolicyNode.Map(reference.At, keys));
    }

    // The condition with its table's columns as a policy's condition names them; null where it reads more than a row of the table.
    private static string? OwnRow(string sql, string table)
    {
        var (schema, name) = table.Split('.', 2) is [var first, var second] ? (first, second) : ("public", table);
        var isOwn = true;
        var text = Words().Replace(sql, word =>
        {
            if (word.Value.StartsWith('\'')) return word.Value;
            if (word.Groups["query"].Success) isOwn = false;
            if (!word.Groups["schema"].Success) return word.Value;
            if (Plain(word.Groups["schema"].Value) == schema && Plain(word.Groups["table"].Value) == name) return $"{word.Groups["table"].Value}.{word.Groups["column"].Value}";
            isOwn = false;
            return word.Value;
        });
        return isOwn ? text : null;
    }

    private static string Plain(string word) => word.StartsWith('"') ? word[1..^1] : word.ToLowerInvariant();

    [GeneratedRegex("""
        '(?:[^']|'')*'|(?<![\w".])(?<schema>"[^"]+"|[A-Za-z_]\w*)\.(?<table>"[^"]+"|[A-Za-z_]\w*)\.(?<column>"[^"]+"|[A-Za-z_]\w*)|\b(?<query>SELECT|EXISTS)\b
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
