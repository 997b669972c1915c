using CiAnon.Dumps.Clusters;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Clusters;

/// <summary>One report of the reports of a cluster's databases: every object is named with its database, every check is as good as its worst.</summary>
/// <param name="done">Databases that were proven, and at the end the one that failed, if one did.</param>
internal sealed class ClusterReport(ClusterScript script, ClusterChoice choice, ClusterGlobals globals, IReadOnlyList<(string Name, ComplianceReport Report)> done)
{
    private readonly HashSet<string> _shared = [.. globals.Texts.Select(text => text.Name)];

    public ComplianceReport Make(DateTimeOffset startedAt, IReadOnlyList<StageSection> stages, ArchiveSection input, ArchiveSection? output)
    {
        var first = done[0].Report;
        var finishedAt = DateTimeOffset.UtcNow;
        return first with
        {
            Status = output is not null && done.All(one => one.Report.Status == ReportStatus.Passed) ? ReportStatus.Passed : ReportStatus.Failed,
            StartedAt = startedAt,
            FinishedAt = finishedAt,
            Stages = [.. done.SelectMany(one => one.Report.Stages).Concat(stages).GroupBy(stage => stage.Name).Select(group => new StageSection(group.Key, Math.Round(group.Sum(stage => stage.Seconds), 3)))],
            Input = input,
            Output = output,
            Policy = first.Policy with { Presets = [.. done.SelectMany(one => one.Report.Policy.Presets).Distinct()] },
            Tables = [.. done.SelectMany(one => one.Report.Tables.Select(table => table with { Database = one.Name }))],
            LargeObjects = done.Max(one => one.Report.LargeObjects),
            Redacted = [.. globals.Redacted.Select(entry => new RedactedSection(entry.Entry, entry.Secrets)), .. All(one => one.Redacted, (entry, name) => entry with { Entry = name(entry.Entry) })],
            Statistics = Statistics(),
            Checks = [.. first.Checks.Select(check => check.Id).Select(Check)],
            Constraints = [.. All(one => one.Constraints, (constraint, name) => constraint with { Table = name(constraint.Table) })],
            Residual = Residual(),
            Anonymity = [.. All(one => one.Anonymity, (section, name) => section with { Table = name(section.Table) })],
            Cluster = new ClusterSection(Roles(), script.Globals.Where(one => one.Kind == GlobalKind.Tablespace).Select(one => one.Name).Distinct().Count(), [.. script.Databases.Select(Database)]),
            Errors = [.. done.SelectMany(one => one.Report.Errors.Select(error => error with { Message = $"{one.Name}: {error.Message}" }))],
            Skipped = [.. All(one => one.Skipped, (entry, name) => entry with { Entry = name(entry.Entry) })],
            Retention = new RetentionSection(done.Min(one => one.Report.Retention.Days), DateOnly.FromDateTime(finishedAt.UtcDateTime).AddDays(done.Min(one => one.Report.Retention.Days))),
        };
    }

    private IEnumerable<T> All<T>(Func<ComplianceReport, IReadOnlyList<T>> of, Func<T, Func<string, string>, T> named) =>
        done.SelectMany(one => of(one.Report).Select(item => named(item, text => Name(one.Name, one.Report, text))));

    // A table, or something of it, as SQL would name it from outside of its database; what belongs to none as it is.
    private string Name(string database, ComplianceReport report, string name)
    {
        if (_shared.Contains(name)) return name;
        var isOfTable = report.Tables.Any(table => ReportWords.FullName(table) is var full && name.StartsWith(full, StringComparison.Ordinal) && (name.Length == full.Length || name[full.Length] == '.'));
        return isOfTable ? $"{database}.{name}" : $"{database}: {name}";
    }

    private CheckSection Check(string id)
    {
        var parts = done.Select(one => (one.Name, one.Report, Check: one.Report.Checks.First(check => check.Id == id))).ToList();
        var first = parts.Find(part => part.Check.Status != "skipped").Check ?? parts[0].Check;
        return first with
        {
            Status = parts.Exists(part => part.Check.Status == "failed") ? "failed" : parts.TrueForAll(part => part.Check.Status == "passed") ? "passed" : "skipped",
            Violations = parts.Sum(part => part.Check.Violations),
            Examined = parts.Sum(part => part.Check.Examined),
            Note = string.Join("; ", parts.Where(part => part.Check.Note is not null).Select(part => part.Check.Note).Distinct()) is { Length: > 0 } notes ? notes : null,
            Findings = [.. parts.SelectMany(part => part.Check.Findings.Select(finding => finding with { Object = Name(part.Name, part.Report, finding.Object) })).Distinct()],
            Control = parts.Exists(part => part.Check.Control is not null)
                ? new ControlSection(parts.Sum(part => part.Check.Control?.Planted ?? 0), parts.Sum(part => part.Check.Control?.Found ?? 0)) : null,
            Allowed = [.. parts.SelectMany(part => part.Check.Allowed.Select(allowed => allowed with { Object = Name(part.Name, part.Report, allowed.Object) })).Distinct()],
        };
    }

    private ResidualSection? Residual()
    {
        var parts = done.Select(one => one.Report.Residual).OfType<ResidualSection>().ToList();
        if (parts.Count == 0) return null;
        return parts[0] with
        {
            Originals = parts.Sum(part => part.Originals),
            TooShort = parts.Sum(part => part.TooShort),
            FieldsScanned = parts.Sum(part => part.FieldsScanned),
            FalseMatchProbability = Math.Min(1, parts.Sum(part => part.FalseMatchProbability)),
            Share = parts.Min(part => part.Share),
            FormShare = parts.Min(part => part.FormShare),
            Kinds = [.. parts.SelectMany(part => part.Kinds).GroupBy(kind => kind.Kind).Select(group => new OriginalsSection(group.Key, group.Sum(kind => kind.Originals)))],
        };
    }

    private StatisticsSection? Statistics()
    {
        var parts = done.Select(one => one.Report.Statistics).OfType<StatisticsSection>().ToList();
        return parts.Count == 0 ? null : new StatisticsSection(parts.Sum(part => part.Kept), parts.Sum(part => part.LeftOut));
    }

    private string Roles()
    {
        if (script.Globals.All(one => one.Kind != GlobalKind.Role)) return "none";
        return globals.HasRoles ? "kept" : "dropped";
    }

    private DatabaseSection Database(ClusterDatabase database)
    {
        if (choice.Dropped.Contains(database.Name)) return new DatabaseSection(database.Name, "dropped");
        if (done.FirstOrDefault(one => one.Name == database.Name).Report is not { } report) return new DatabaseSection(database.Name, "not-reached");
        return new DatabaseSection(database.Name, report.Status == ReportStatus.Passed ? "anonymized" : "failed")
        {
            InputSha256 = report.Input.Sha256,
            OutputSha256 = report.Output?.Sha256,
            RowsIn = report.Tables.Sum(table => table.RowsIn),
            RowsOut = report.Tables.Sum(table => table.RowsOut),
            Checks = [.. report.Checks.Select(check => new DatabaseCheckSection(check.Id, check.Status, check.Violations, check.Examined))],
        };
    }
}
