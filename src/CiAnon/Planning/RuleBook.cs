using System.IO.Enumeration;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Planning;

/// <summary>The policy's rules, resolved against the catalog: which rule holds for which column.</summary>
internal sealed class RuleBook
{
    private readonly Policy _policy;
    private readonly Catalog _catalog;
    private readonly Dictionary<uint, TablePolicy> _tables = [];
    private readonly Dictionary<uint, List<(PresetPolicy Preset, TablePolicy Table)>> _presets = [];

    public RuleBook(Policy policy, Catalog catalog, List<Diagnostic> problems)
    {
        _policy = policy;
        _catalog = catalog;
        foreach (var table in policy.Tables) Resolve(table, problems);
        foreach (var rule in policy.Columns) CheckMatches(rule, problems);
        foreach (var preset in policy.Presets) Resolve(preset);
    }

    /// <summary>The table's own entry in the policy, or null.</summary>
    public TablePolicy? Own(Table table) => _tables.GetValueOrDefault(table.Oid);

    /// <summary>The nearest entry of the table or of what it is a partition or child of.</summary>
    public IEnumerable<(TablePolicy Entry, Table Table)> Entries(Table table) =>
        new[] { table }.Concat(_catalog.Ancestors(table))
            .Where(candidate => _tables.ContainsKey(candidate.Oid))
            .Select(candidate => (_tables[candidate.Oid], candidate));

    /// <summary>The rule of the nearest entry that has one for the column: the exact name first, then globs in the file's order.</summary>
    public ColumnRule? Own(Table table, string column) =>
        Entries(table).Select(entry => Best(entry.Entry.Columns, column)).FirstOrDefault(rule => rule is not null);

    /// <summary>The rule of the first preset that has one for the column.</summary>
    public (ColumnRule Rule, string Preset)? Preset(Table table, string column) =>
        Presets(table).Select(entry => (Rule: entry.Table.Columns.FirstOrDefault(rule => rule.Column == column), entry.Preset.Preset.Name)).Where(found => found.Rule is not null)
            .Select(found => ((ColumnRule, string)?)(found.Rule!, found.Name)).FirstOrDefault();

    /// <summary>Whether a preset leaves the table's rows out, and the policy has no entry of its own.</summary>
    public bool PresetHasNoRows(Table table) => !Entries(table).Any() && Presets(table).Any(entry => entry.Table.Rows == RowsMode.None);

    /// <summary>Whether it is the marker of a database that was anonymized where it stands, and the policy has no entry for it.</summary>
    public bool IsUnsaidMarker(Table table) => OwnTables.IsMarker(table) && !Entries(table).Any();

    /// <summary>The rule by column name for every table: the exact name first, then globs in the file's order.</summary>
    public ColumnRule? ByName(string column) => Best(_policy.Columns, column);

    // Whoever writes "*": keep and then names a column means the column.
    private static ColumnRule? Best(IReadOnlyList<ColumnRule> rules, string column) =>
        rules.FirstOrDefault(rule => rule.Column == column) ?? rules.FirstOrDefault(rule => Matches(rule, column));

    private IEnumerable<(PresetPolicy Preset, TablePolicy Table)> Presets(Table table) =>
        new[] { table }.Concat(_catalog.Ancestors(table)).SelectMany(candidate => _presets.GetValueOrDefault(candidate.Oid) ?? []);

    // What the dump lacks of a product is no error: it has another version, or less of it.
    private void Resolve(PresetPolicy preset)
    {
        foreach (var entry in preset.Tables)
        {
            if (TableNames.Find(entry.Name, _catalog) is not { } found) continue;
            if (!_presets.TryGetValue(found.Oid, out var known)) _presets.Add(found.Oid, known = []);
            known.Add((preset, entry));
        }
    }

    private void Resolve(TablePolicy entry, List<Diagnostic> problems)
    {
        var found = TableNames.Find(entry.Name, _catalog);
        if (found is null)
        {
            if (!TableNames.IsOfExtension(entry.Name, _catalog)) problems.Add(TableNames.Unknown(entry.Name, _catalog, entry.Position));
            return;
        }
        if (!_tables.TryAdd(found.Oid, entry))
        {
            problems.Add(new Diagnostic(DiagnosticCodes.TableNamedTwice,
                $"table {found.FullName} is named twice, here and in line {_tables[found.Oid].Position.Line}: merge the two entries", entry.Position));
            return;
        }

        foreach (var rule in entry.Columns)
        {
            if (found.Columns.Any(column => Matches(rule, column.Name))) continue;
            problems.Add(TableNames.UnknownColumn(found, rule.Column, rule.Position));
        }
    }

    private void CheckMatches(ColumnRule rule, List<Diagnostic> problems)
    {
        var columns = _catalog.Tables.SelectMany(table => table.Columns).Select(column => column.Name).Distinct().ToList();
        if (rule.IsShared || columns.Any(column => Matches(rule, column))) return;
        problems.Add(new Diagnostic(DiagnosticCodes.RuleMatchesNothing,
            $"no table has a column '{rule.Column}'{Suggestion.Phrase(rule.Column, columns)}; remove the rule if it isn't needed any more",
            rule.Position));
    }

    public static bool Matches(ColumnRule rule, string column) =>
        rule.Column == column
        || (rule.Column.Contains('*', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(rule.Column, column, ignoreCase: false));
}
