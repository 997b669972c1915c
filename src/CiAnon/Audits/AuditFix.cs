using System.Text;
using CiAnon.Audits.Proposals;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Publishing;
using CiAnon.Stages;
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
        if (Audit.ReadPolicy(options).Imported is { } imported)
            throw new CiAnonException(DiagnosticCodes.ImportOnly,
                $"this is {imported.Tool.Title}'s file, to which nothing can be added: write it as a policy of ours with 'ci-anon import {options.PolicyPath} --output ci-anon.yml'", imported.Root.At);
        if (PolicySource.Read(options.PolicyPath, options.Environment, options.Today).ForReview is { Databases: not null }) throw PolicyProposal.PolicyOfDatabases(options.PolicyPath);
        _text = File.ReadAllText(options.PolicyPath);
    }

    /// <summary>Writes the proposals into the policy file.</summary>
    /// <param name="dump">From <see cref="Audit.Open"/>.</param>
    /// <returns>What was added, and the columns for which nothing fits.</returns>
    public static (IReadOnlyList<ProposedRule> Added, IReadOnlyList<string> Left) Apply(AuditOptions options, Dump? dump, CancellationToken cancellation) =>
        new AuditFix(options, AuditSource.Read(options, dump)).Apply(dump, cancellation);

    private (IReadOnlyList<ProposedRule>, IReadOnlyList<string>) Apply(Dump? dump, CancellationToken cancellation)
    {
        var policy = Audit.ReadPolicy(_options).ForReview!;
        var undecided = Undecided(policy).ToList();
        var tables = undecided.Select(column => column.Table.Oid).ToHashSet();
        var cases = dump is null ? null : new ColumnCases(dump, DumpSurvey.Run(dump, _source.Catalog, cancellation, table => tables.Contains(table.Oid)));
        cases?.Follow(policy, _source.Catalog, _source.Facts);
        var email = Precedents.Of(policy, _source.Catalog).Email ?? ColumnCase.AnyEmail;
        var candidates = undecided.ToDictionary(column => column, column => new Queue<ProposedRule>(Candidates(column.Table, column.Column, cases, email)));
        foreach (var empty in undecided.Where(column => candidates[column].Count == 0)) candidates.Remove(empty);
        var text = _text;
        while (candidates.Count > 0)
        {
            text = PolicyEdit.Add(_text, [.. candidates.Values.Select(rules => rules.Peek())], Identity);
            if (!DropRefused(text, candidates)) break;
        }
        if (candidates.Count == 0) return ([], [.. undecided.Select(Name)]);
        var added = candidates.Values.Select(rules => rules.Peek()).ToList();
        new RenderedFile(_options.PolicyPath, Encoding.UTF8.GetBytes(text)).Write();
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

    private IEnumerable<ProposedRule> Candidates(Table table, Column column, ColumnCases? cases, MaskChoice email)
    {
        var known = cases?.Of(table, column)
            ?? new ColumnCase(table, column, ColumnScorer.Score(table, column, sample: null), Sample: null, IsConstrained: false, ColumnNames.IsAboutPeople(table.Name)) { Email = email };
        var comment = $"proposed by ci-anon audit on {_options.Today:yyyy-MM-dd}";
        var key = table.Schema == "public" ? table.Name : table.FullName;
        if (TableNames.Find(key, _source.Catalog) != table) key = table.SqlName;
        // A keep for want of anything better is a person's decision.
        return MaskChoices.For(known).Where(choice => choice is not { Strategy: "keep", IsSecondBest: true })
            .Select(choice => new Proposal(table, column, known.Verdict, choice).Rule)
            .Select(rule => rule with { Table = key, Comment = rule.Comment is { } what ? $"{comment}: {what}" : comment });
    }

    private string Identity(string name) => TableNames.Find(name, _source.Catalog)?.FullName ?? name;

    private static string Name((Table Table, Column Column) column) => $"{column.Table.FullName}.{column.Column.Name}";
}
