using System.Reflection;
using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Planning.Loading;
using CiAnon.Policies;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Residual;
using CiAnon.Stages;
using CiAnon.Strategies;
using CiAnon.Tables;
using CiAnon.Verification;
using CiAnon.Verification.Anonymity;
using PolicySection = CiAnon.Reporting.Sections.PolicySection;

namespace CiAnon.Reporting;

/// <summary>Makes the report of a run from what its stages left behind.</summary>
internal static class ReportWriter
{
    /// <summary>Of the product, without build metadata.</summary>
    public static string ToolVersion { get; } =
        typeof(ReportWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static ComplianceReport Make(RunState run, RunKey key, DateTimeOffset startedAt, IReadOnlyList<StageSection> stages,
        ArchiveSection input, ArchiveSection? output, IReadOnlyList<Diagnostic> errors, CiContext? ci, ArchiveSection? original = null)
    {
        var finishedAt = DateTimeOffset.UtcNow;
        return new ComplianceReport
        {
            Mode = run.IsJudging ? ReportMode.Verified : ReportMode.Anonymized,
            Status = errors.Count == 0 && (output is not null || run.IsJudging) && run.Checks.All(check => check.Passed) ? ReportStatus.Passed : ReportStatus.Failed,
            Tool = new ToolSection("ci-anon", ToolVersion),
            StartedAt = startedAt,
            FinishedAt = finishedAt,
            Stages = stages,
            Input = input,
            Original = original,
            Output = output,
            Policy = new PolicySection(Path.GetFileName(run.Policy.Path), run.Policy.Sha256, Word(run.Policy.Unlisted)) { Undecided = run.Policy.Undecided is { } undecided ? Word(undecided) : null, Presets = Presets(run.Policy) },
            Key = run.IsJudging ? UnknownKey : Key(key),
            Postgres = new PostgresSection(run.Sandbox.ServerVersion),
            Tables = [.. TableSections(run, key)],
            LargeObjects = !run.Dump.HasLargeObjects ? LargeObjectStatus.None
                : run.Policy.LargeObjects == LargeObjectMode.Keep ? LargeObjectStatus.Kept : LargeObjectStatus.Dropped,
            Redacted = [.. run.Plan.Redacted.Select(entry => new RedactedSection(entry.Entry, entry.Secrets))],
            Statistics = run.Plan.Statistics is { } statistics ? new StatisticsSection(statistics.Kept, statistics.LeftOut) : null,
            Checks = [.. (run.IsJudging ? CheckDefinition.Judging : CheckDefinition.All)
                .Select(definition => Check(run, definition, run.Checks.FirstOrDefault(check => check.Id == definition.Id)))],
            Constraints = [.. run.Plan.Loading!.Constraints.Select(constraint => new ConstraintSection(constraint.Table.FullName, constraint.Name, constraint.Kind, constraint.Proof == ProofKind.SameFunction ? "same-function" : Word(constraint.Proof)))],
            Residual = Residual(run),
            Anonymity = [.. run.Anonymity.Select(Anonymity)],
            Errors = [.. errors.Select(error => new ErrorSection(error.Code.Id, error.Message, error.Position?.File, error.Position?.Line, error.Position?.Column))],
            Skipped = [.. run.Schema.Skipped.Select(entry => new SkippedSection(entry.Entry, entry.Reason, entry.Object))],
            Ci = Ci(ci),
            Retention = new RetentionSection(run.Policy.RetentionDays, DateOnly.FromDateTime(finishedAt.UtcDateTime).AddDays(run.Policy.RetentionDays)),
        };
    }

    public static CiSection? Ci(CiContext? ci) => ci is null ? null : new CiSection(ci.Host, ci.Repository, ci.Commit, ci.Run, ci.Actor, ci.Purpose);

    public static ArchiveSection Archive(Dump dump, string path, string sha256) => new(
        dump.IsLive ? dump.Header.Database ?? path : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))),
        dump.IsLive ? ArchiveSection.Live : Word(dump.Format), dump.Bytes, sha256,
        dump.Header.ArchiveVersion.ToString(), dump.Header.ServerVersion, dump.Header.DumpVersion);

    /// <summary>The presets of a policy, as a report has them.</summary>
    internal static IReadOnlyList<PresetSection> Presets(Policy policy) =>
        [.. policy.Presets.Select(entry => new PresetSection(entry.Preset.Name, entry.Preset.Version, entry.Preset.Sha256))];

    private static KeySection UnknownKey { get; } = new("unknown", null,
        "The dump was made before: whether somebody holds the key of its pseudonyms, to whom it would still be personal data (GDPR Art. 4(5)), can't be seen in it.");

    private static KeySection Key(RunKey key) => key.IsForgotten
        ? new KeySection("anonymization", null, "The key was random and is forgotten: nobody can compute a pseudonym from an original, or link this output to another run's.")
        : new KeySection("pseudonymization", key.Fingerprint, "Whoever holds the key can compute pseudonyms from originals: to them the output is still personal data (GDPR Art. 4(5)).");

    private static IEnumerable<TableSection> TableSections(RunState run, RunKey key)
    {
        var tasks = run.Tables.ToLookup(task => task.Table.Oid);
        return run.Plan.Tables.Select(plan => Table(run, plan, [.. tasks[plan.Table.Oid]], key));
    }

    private static TableSection Table(RunState run, TablePlan plan, List<TableTask> tasks, RunKey key)
    {
        return new TableSection(plan.Table.Schema, plan.Table.Name, plan is { MayLoseRows: true, Rows: RowsMode.All } ? "some" : Word(plan.Rows),
            tasks.Sum(task => task.Facts.RowsInOriginal ?? task.Facts.RowsRead + task.Facts.RowsLeftThere), tasks.Sum(task => task.RowsForArtefact),
            [.. plan.Columns.Select(column => Column(column, tasks) with { Reversible = !run.IsJudging && !key.IsForgotten && IsReversible(column) ? true : null })])
        {
            Loaded = [.. run.Plan.Loading!.Reasons(plan.Table).Select(reason => reason.ToString())],
            Moved = plan.Moved?.Words,
            LeftOut = plan.Rows == RowsMode.None ? null : run.Selected.FirstOrDefault(selected => selected.Table.Oid == plan.Table.Oid)?.Causes
                .Select(cause => new LeftOutSection(Word(cause.Cause), cause.Rows)).ToList(),
        };
    }

    private static ColumnSection Column(ColumnPlan plan, List<TableTask> tasks) => new(
        plan.Column.Name, plan.Column.Type.Name, Word(plan.Action), plan.Reason, plan.Strategy?.Name,
        plan.Ledger?.Owner, plan.Ledger?.Until, Counts(plan, tasks))
    { Kind = Name(plan.ReportedKind ?? RecordNumber(plan)), Ledger = plan.Ledger?.Reason, Undecided = plan.Proposed };

    // A key that is forgotten takes nothing back. What some other strategies do one to one, no command takes back.
    private static bool IsReversible(ColumnPlan plan) => plan.Mask is not null
        && (plan.Strategy!.Name == "encrypt" || plan.Mask.Inside.Any(rule => rule.Strategy.Name == "encrypt"));

    // Nobody was asked about them; that they were kept is said all the same.
    private static PersonalKind? RecordNumber(ColumnPlan plan) =>
        plan.Action is ColumnAction.Kept or ColumnAction.Structural && RecordNumbers.Speaks(plan.Column.Name) ? PersonalKind.RecordNumber : null;

    private static CountSection? Counts(ColumnPlan plan, List<TableTask> tasks)
    {
        if (plan.Mask is null || tasks.Exists(task => task.IsAsIs)) return null;
        var counts = tasks.Where(task => task.Facts.Counts.Count > 0)
            .SelectMany(task => task.Facts.Counts.Where((_, field) => task.Columns[field] == plan.Column.Name)).ToList();
        // Nothing was counted, which is another thing than nothing.
        if (counts.Count == 0) return null;
        return new CountSection(counts.Sum(count => count.Nulls + count.Changed + count.Unchanged), counts.Sum(count => count.Nulls),
            counts.Sum(count => count.Changed), counts.Sum(count => count.Unchanged), counts.Sum(count => count.Empty))
        { Kept = plan.Condition is null ? null : counts.Sum(count => count.Kept) };
    }

    private static CheckSection Check(RunState run, CheckDefinition definition, CheckResult? result) => result is null
        ? new CheckSection(definition.Id, "skipped", 0, 0, definition.Claim,
            run.IsJudging && run.Original is null ? "not judged: it needs the original (--against)" : "not reached: the run failed before", [])
        : new CheckSection(definition.Id, result.Passed ? "passed" : "failed", result.Violations, result.Examined, result.Claim, result.Note,
            [.. result.Findings.Select(finding => new FindingSection(finding.Object, finding.Violations, finding.Detail)
            { Kind = Name(finding.Kind), Path = finding.Path, Remedy = finding.Remedy ?? definition.Remedy })])
        {
            Control = result.Control is { } control ? new ControlSection(control.Planted, control.Found) : null,
            Allowed = [.. result.Allowed.Select(allowed => new AllowedSection(allowed.Finding.Object, Name(allowed.Finding.Kind), allowed.Finding.Violations,
                allowed.Decision.Reason, allowed.Decision.Owner, allowed.Decision.Until))],
        };

    private static AnonymitySection Anonymity(AnonymityMeasure measure) => new(
        measure.Table.FullName, [.. measure.Columns.Select(column => column.Name)], measure.IsDeclared, measure.Rows, measure.Groups, measure.K,
        measure.RequiredK, measure.UniqueRows, measure.RowsBelow,
        [.. measure.Diversity.Select(sensitive => new DiversitySection(sensitive.Column.Name, sensitive.L, sensitive.RequiredL))],
        [.. measure.Sizes.Select(size => new GroupSizeSection(size.From, size.Groups, size.Rows))]);

    // A word has a byte and a separator at least, and up to twelve words are looked up together.
    private const int MostLooksPerByte = 6;

    private static ResidualSection? Residual(RunState run)
    {
        if (run.Checks.All(check => check.Id != CheckDefinition.Residual.Id)) return null;
        var originals = run.Scan.Originals;
        var kinds = PersonalKinds.All.Select(kind => (Kind: kind, Count: originals.Distinct(kind.Kind))).Where(kind => kind.Count > 0).ToList();
        return new ResidualSection(kinds.Sum(kind => kind.Count), PersonalKinds.All.Sum(kind => originals.TooShort(kind.Kind)), run.Scan.FieldsScanned,
            FingerprintSet.Bits, originals.FalseMatchProbability(MostLooksPerByte * run.Tables.Sum(task => (double)task.Facts.BytesRead)), originals.Share, originals.FormShare,
            [.. kinds.Select(kind => new OriginalsSection(kind.Kind.Name, kind.Count))]);
    }

    private static string? Name(PersonalKind? kind) => kind is { } known ? PersonalKinds.Of(known).Name : null;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
