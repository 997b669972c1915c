using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits;

/// <summary>Proposes a rule for each column without a decision. What stands in the result was planned: nothing in it stops a run.</summary>
public sealed class AuditFix
{
    private readonly AuditOptions _options;
    private readonly AuditSource _source;
    private readonly string _text;

    private AuditFix(AuditOptions options, AuditSource source)
    {
        _options = options;
        _source = source;
        _text = File.ReadAllText(options.PolicyPath);
    }

    /// <summary>Writes the proposals into the policy file.</summary>
    /// <returns>What was added, and the columns for which nothing fits.</returns>
    public static (IReadOnlyList<ProposedRule> Added, IReadOnlyList<string> Left) Apply(AuditOptions options)
    {
        using var dump = options.DumpPath is { } file ? Dump.Open(file) : null;
        return new AuditFix(options, AuditSource.Read(options, dump)).Apply();
    }

    private (IReadOnlyList<ProposedRule>, IReadOnlyList<string>) Apply()
    {
        var undecided = Undecided(Audit.ReadPolicy(_options).ForReview!).ToList();
        var candidates = undecided.ToDictionary(column => column, column => new Queue<ProposedRule>(Candidates(column.Table, column.Column)));
        foreach (var empty in undecided.Where(column => candidates[column].Count == 0)) candidates.Remove(empty);
        var text = _text;
        while (candidates.Count > 0)
        {
            text = PolicyEdit.Add(_text, [.. candidates.Values.Select(rules => rules.Peek())], Identity);
            if (!DropRefused(text, candidates)) break;
        }
        if (candidates.Count == 0) return ([], [.. undecided.Select(Name)]);
        var added = candidates.Values.Select(rules => rules.Peek()).ToList();
        Write(text);
        return (added, [.. undecided.Where(column => !candidates.ContainsKey(column)).Select(Name)]);
    }

    // The next candidate's turn wherever the planner or the reader refuses one; false when all of them stand.
    private bool DropRefused(string text, Dictionary<(Table Table, Column Column), Queue<ProposedRule>> candidates)
    {
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read(_options.PolicyPath, Encoding.UTF8.GetBytes(text), _options.Environment, _options.Today);
        var policy = read.ForReview ?? throw new CiAnonException(read.Diagnostics);
        var refused = Planner.Review(policy, _source.Catalog, _source.Facts).Problems.Where(problem => problem.Severity == Severity.Error)
            .Select(problem => problem.Position).ToHashSet();
        var any = false;
        foreach (var (column, rules) in candidates)
        {
            var written = policy.Tables.Where(table => TableNames.Find(table.Name, _source.Catalog) == column.Table)
                .SelectMany(table => table.Columns).First(rule => rule.Column == column.Column.Name);
            if (!refused.Contains(written.Position)) continue;
            any = true;
            rules.Dequeue();
            if (rules.Count == 0) candidates.Remove(column);
        }
        return any;
    }

    private IEnumerable<(Table Table, Column Column)> Undecided(Policy policy) =>
        Planner.Review(policy, _source.Catalog, _source.Facts).Tables.Where(table => !table.Table.IsPartition)
            .SelectMany(table => table.Columns.Where(column => column.Action == ColumnAction.Undecided).Select(column => (table.Table, column.Column)));

    private IEnumerable<ProposedRule> Candidates(Table table, Column column)
    {
        var verdict = ColumnNames.Recognize(table.Name, column.Name, column.Comment);
        var kind = verdict?.Kind is { } found ? PersonalKinds.Of(found) : null;
        var key = table.Schema == "public" ? table.Name : table.FullName;
        if (TableNames.Find(key, _source.Catalog) != table) key = table.SqlName;
        if (kind is not null)
            foreach (var strategy in StrategyRegistry.All.Where(strategy => strategy.Guarantees.Hides == kind.Kind && strategy.Types.HasFlag(column.Type.Kind) && strategy.Options.All(option => !option.Required)))
                yield return Rule(key, column, strategy.Name, OptionValues.None, $"{kind.Title}, {verdict!.Strength * 100:0} %, {verdict.Why}");
        foreach (var (strategy, options) in UnlistedMasks.Candidates(table, column))
            yield return Rule(key, column, strategy.Name, options, kind is null ? "kind unknown, the plainest mask for the type" : $"{kind.Title}, {verdict!.Strength * 100:0} %, {verdict.Why}");
    }

    private ProposedRule Rule(string table, Column column, string strategy, OptionValues options, string why) =>
        new(table, column.Name, strategy, options.Given, Comment: $"proposed by ci-anon audit on {_options.Today:yyyy-MM-dd}: {why}");

    private string Identity(string name) => TableNames.Find(name, _source.Catalog)?.FullName ?? name;

    // Beside the file and then over it: whoever reads it meanwhile sees the old one or the new one.
    private void Write(string text)
    {
        var beside = _options.PolicyPath + ".partial";
        File.WriteAllText(beside, text);
        File.Move(beside, _options.PolicyPath, overwrite: true);
    }

    private static string Name((Table Table, Column Column) column) => $"{column.Table.FullName}.{column.Column.Name}";
}
