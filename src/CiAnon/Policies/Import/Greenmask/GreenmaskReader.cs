using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.Greenmask;

/// <summary>Greenmask's configuration: what it does with tables; storage, logs and restoring are no policy.</summary>
internal static class GreenmaskReader
{
    private static readonly string[] TableKeys = ["schema", "name", "transformers", "when", "subset_conds", "query", "columns_type_override", "apply_for_inherited"];
    private static readonly string[] DumpKeys = ["pg_dump_options", "transformation", "virtual_references"];
    private static readonly string[] RuleKeys = ["name", "params", "when", "apply_for_references", "dynamic_params", "resolve_env"];

    public static bool Reads(YamlMapping root) => Tables(root) is YamlSequence list && (list.Items.Count == 0 || list.Items.All(item => item.Find("name") is not null));

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        foreach (var table in Tables(root).Items()) Table(table, draft);
        ForeignSubset.References(root.Find("dump").Find("virtual_references"), table => table.Find("name") is null ? null : Name(table), draft);
        draft.LoseOthers(root.Find("dump"), DumpKeys);
        foreach (var option in root.Find("dump").Find("pg_dump_options").Entries()) Option(option, draft);
        if (root.Find("custom_transformers").Items() is { Count: > 0 } custom) draft.Lose(custom[0].At, "'custom_transformers' are programs, which aren't run: their rules are undecided");
    }

    private static YamlNode? Tables(YamlMapping root) => root.Find("dump").Find("transformation") ?? root.Find("transformation");

    private static string Name(YamlNode table) =>
        table.Find("schema").Scalar() is { } schema and not "public" ? $"{schema}.{table.Find("name").Scalar()}" : table.Find("name").Scalar()!;

    private static void Table(YamlNode table, PolicyDraft draft)
    {
        if (table.Find("name").Scalar() is null)
        {
            draft.Lose(table.At, "a table has no name: its rules do nothing there");
            return;
        }
        var name = Name(table);
        foreach (var entry in table.Entries().Where(entry => !TableKeys.Contains(entry.Key.Written))) draft.Lose(entry.Key.At, $"'{entry.Key.Written}' of table {name} has no counterpart");
        if (table.Find("query") is { } query) draft.Lose(query.At, $"'query' of table {name} isn't carried over: all rows stay");
        if (table.Find("subset_conds").Items() is { Count: > 0 } conditions) ForeignSubset.Conditions(name, table.At, conditions, draft);
        var whole = Condition(table.Find("when"), name, draft);
        foreach (var rule in table.Find("transformers").Items()) Rule(name, table, rule, whole, draft);
    }

    private static void Rule(string table, YamlNode tableNode, YamlNode rule, RuleRows? whole, PolicyDraft draft)
    {
        if (rule.Find("name").Scalar() is not { } transformer) return;
        foreach (var entry in rule.Entries().Where(entry => !RuleKeys.Contains(entry.Key.Written))) draft.Lose(entry.Key.At, $"'{entry.Key.Written}' of {transformer} has no counterpart");
        if (rule.Find("dynamic_params") is { } dynamic) draft.Lose(dynamic.At, $"'dynamic_params' of {transformer} isn't carried over: its parameters are the same for all rows");
        var own = Condition(rule.Find("when"), table, draft);
        // Where one of the two can't be said, what is left masks more rows, never fewer.
        var rows = whole is null ? own : own is null ? whole : new RuleRows([.. whole.When, .. own.When], [.. whole.Unless, .. own.Unless]);
        if (rule.Find("params").Find("column").Scalar() is null && !rule.Find("params").Find("columns").Items().Any(item => (item.Scalar() ?? item.Find("name").Scalar()) is not null))
        {
            draft.Lose(rule.At, $"{transformer} of table {table} names no column: it does nothing there");
            return;
        }
        var column = rule.Find("params").Find("column").Scalar();
        var columns = rule.Find("params").Find("columns").Items().Select(item => item.Scalar() ?? item.Find("name").Scalar()).OfType<string>();
        draft.Add(table, tableNode.At, new ForeignRule(transformer, column ?? columns.First(), rule.At, rule.Find("params").Entries()) { Columns = column is null ? [.. columns] : [column] }, rows);
    }

    private static RuleRows? Condition(YamlNode? when, string table, PolicyDraft draft)
    {
        if (when.Scalar() is not { } text) return null;
        var rows = RowExpression.Read(text, when!.At);
        if (rows is null) draft.Lose(when.At, $"a condition of table {table} can't be said in ours: every row is masked");
        return rows;
    }

    private static void Option(YamlEntry option, PolicyDraft draft)
    {
        switch (option.Key.Written)
        {
            case "exclude-table-data":
                foreach (var name in option.Value.Scalar() is { } one ? [(one, option.Value.At)] : option.Value.Items().Select(item => (item.Scalar() ?? "", item.At)))
                {
                    if (name.Item1.IndexOfAny(['*', '?', '(', '|']) >= 0) draft.Lose(name.At, $"'{option.Key.Written}' has a pattern: list its tables with 'rows: none'");
                    else draft.Rows(name.Item1.StartsWith("public.", StringComparison.Ordinal) ? name.Item1[7..] : name.Item1, name.At, PolicyNode.Text("none", name.At));
                }
                break;
            case "table" or "schema" or "exclude-table" or "exclude-schema":
                draft.Lose(option.Key.At, $"'{option.Key.Written}' chooses what is dumped, which pg_dump does before this: every table of the dump counts");
                break;
        }
    }
}
