using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Planning;

/// <summary>A rule of <c>anonymity</c>, its table and columns found in the catalog.</summary>
/// <param name="L">By sensitive column: different values that every combination must have at least.</param>
public sealed record AnonymityTarget(
    Table Table, IReadOnlyList<Column> Columns, int K, IReadOnlyList<KeyValuePair<Column, int>> L, SourcePosition Position)
{
    internal static IReadOnlyList<AnonymityTarget> Find(IReadOnlyList<AnonymityRule> rules, Catalog catalog, List<Diagnostic> problems) =>
        [.. rules.Select(rule => Find(rule, catalog, problems)).OfType<AnonymityTarget>()];

    private static AnonymityTarget? Find(AnonymityRule rule, Catalog catalog, List<Diagnostic> problems)
    {
        if (TableNames.Find(rule.Table, catalog) is not { } table)
        {
            problems.Add(TableNames.Unknown(rule.Table, catalog, rule.Position));
            return null;
        }
        var named = new HashSet<string>();
        foreach (var column in rule.Columns.Concat(rule.L.Keys))
        {
            if (table.Find(column) is null)
                problems.Add(TableNames.UnknownColumn(table, column, rule.Position));
            else if (!named.Add(column))
                problems.Add(new(DiagnosticCodes.AnonymityColumns, $"the rule for {table.FullName} names column '{column}' twice: name it once, under columns or under l", rule.Position));
        }
        return named.Count < rule.Columns.Count + rule.L.Count ? null
            : new(table, [.. rule.Columns.Select(column => table.Find(column)!)], rule.K, [.. rule.L.Select(pair => KeyValuePair.Create(table.Find(pair.Key)!, pair.Value))], rule.Position);
    }
}
