using System.Globalization;
using CiAnon.Policies;
using CiAnon.Residual;
using CiAnon.Residual.Dates;
using CiAnon.Strategies;
using CiAnon.Tables;
using CiAnon.Verification.Comparison;
using CiAnon.Verification.Search;

namespace CiAnon.Verification;

/// <summary>No original of a column that identifies people stands anywhere in the result.</summary>
internal sealed class ResidualCheck(ResultScan scan, IReadOnlyList<OriginalRows> originals, Policy policy)
{
    private const int MostSources = 3;

    public CheckResult Run(int jobs, CancellationToken cancellation)
    {
        var tables = scan.Tables.Select(table => (table.Task, Tally: table.Scan.Residual.Tally())).ToList();
        scan.Originals.Insertions.Settle([.. tables.Select(table => table.Tally)]);
        var texts = scan.Texts.GroupBy(text => text.Object, text => text.Originals).Select(group => (Entry: group.Key, Tally: Sum(group))).ToList();
        var confirmed = Recheck(tables.Select(table => table.Tally).Concat(texts.Select(text => text.Tally)), jobs, cancellation);

        var found = tables.SelectMany(table => Confirmed(table.Tally.Hits(), confirmed).Select(hit => Finding(table.Task, hit, confirmed.SourcesOf(hit.Found))))
            .Concat(texts.SelectMany(text => Confirmed(text.Tally.Hits(), confirmed).Select(hit => Outside(text.Entry, hit, confirmed.SourcesOf(hit.Found)))))
            .OrderBy(finding => finding.Object, StringComparer.Ordinal).ToList();
        var (findings, allowed) = Allowances.Apply(policy, CheckDefinition.Residual.Id, found);
        var control = scan.ResidualControl ?? throw new InvalidOperationException("nothing was searched");
        if (!control.Passed)
            findings.Add(new Finding("positive control", control.Planted - control.Found, $"{Plural.Of(control.Planted - control.Found, "planted sample")} not found ({string.Join(", ", control.Missing)}): the search can't be believed") { Remedy = CheckDefinition.BugOfOurs });
        var byChance = tables.Select(table => table.Tally).Concat(texts.Select(text => text.Tally)).SelectMany(tally => tally.ByChance()).ToList();
        return CheckDefinition.Residual.Result(scan.FieldsScanned, findings) with
        {
            Control = new ControlResult(control.Planted, control.Found),
            Allowed = allowed,
            Note = NoteOf(byChance),
        };
    }

    private string? NoteOf(IReadOnlyList<ResidualHit> byChance)
    {
        var dates = byChance.Where(hit => hit.Kind == PersonalKind.BirthDate).Sum(hit => hit.Count);
        var numbers = byChance.Sum(hit => hit.Count) - dates;
        var notes = new List<string>();
        if (numbers > 0) notes.Add($"{numbers} numbers equal an original no more often than chance explains");
        if (dates > 0) notes.Add($"{dates} dates equal a date of birth no more often than chance explains");
        var days = scan.Originals.BirthDays;
        if (days.Filled >= BirthDays.Crowded)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(days.Filled * 100)} of 100 days around the dates of birth are somebody's: dates that survive in texts can hardly be told from others"));
        return notes.Count == 0 ? null : string.Join("; ", notes);
    }

    private static IEnumerable<ResidualHit> Confirmed(IEnumerable<ResidualHit> hits, Confirmations confirmed) =>
        hits.Where(hit => hit.Found.Any(confirmed.IsConfirmed));

    private static HitTally Sum(IEnumerable<HitTally> tallies)
    {
        var sum = new HitTally();
        foreach (var tally in tallies) sum.Add(tally);
        return sum;
    }

    private static Finding Outside(string entry, ResidualHit hit, IReadOnlyList<string> sources) => Finding(entry, hit, sources, Remedies.Outside(entry, hit.Kind, sources));

    private static Finding Finding(TableTask task, ResidualHit hit, IReadOnlyList<string> sources)
    {
        var column = task.Columns[hit.Field];
        var plan = task.Plan.Find(column);
        return Finding($"{task.Name}.{column}", hit, sources, Remedies.Mask(hit.Kind, plan)) with { Position = plan?.Position };
    }

    private static Finding Finding(string what, ResidualHit hit, IReadOnlyList<string> sources, string remedy) =>
        new(what, hit.Count, hit.Count == 1 ? $"an original of {Of(sources, "a masked column")} survives" : $"originals of {Of(sources, "masked columns")} survive in {hit.Count} {(what == LargeObjectSearch.Object ? "large objects" : "places")}")
        {
            Kind = hit.Kind,
            Path = hit.Path.Length > 0 ? hit.Path : null,
            Remedy = remedy,
        };

    private static string Of(IReadOnlyList<string> sources, string unknown) =>
        sources.Count == 0 ? unknown : $"{string.Join(" and ", sources.Take(MostSources))}{(sources.Count > MostSources ? $" and {sources.Count - MostSources} more" : "")}";

    // Only what the dump's originals confirm with all bits of their fingerprint is a leak.
    private Confirmations Recheck(IEnumerable<HitTally> tallies, int jobs, CancellationToken cancellation)
    {
        var confirmations = new Confirmations(tallies.SelectMany(tally => tally.Hits()).SelectMany(hit => hit.Found));
        if (confirmations.AreAll) return confirmations;
        // A value may be an original of several columns: the first of them is named, whichever thread is faster.
        ParallelTables.ForEach([.. originals.Index()], jobs,
            ranked => ranked.Item.Show(scan.Originals.Recheck(ranked.Item.Kinds, confirmations, ranked.Item.Sources, ranked.Index), cancellation, () => confirmations.AreAllUpTo(ranked.Index)), cancellation);
        return confirmations;
    }
}
