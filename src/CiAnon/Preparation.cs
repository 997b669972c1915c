using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Outside;
using CiAnon.Planning;
using CiAnon.Planning.Loading;
using CiAnon.Policies;
using CiAnon.Recognition.Definitions;
using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Clusters;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Entries;
using CiAnon.Stages.Live;
using CiAnon.Stages.Loading;
using CiAnon.Stages.Prose;
using CiAnon.Stages.Trials;
using CiAnon.Tables;
using CiAnon.Verification;

namespace CiAnon;

/// <summary>What every run begins with: the policy, the dump, a sandbox with the dump's schema, and the plan. Reads no row.</summary>
internal static class Preparation
{
    public const string Database = "ci_anon";

    // A compressed dump grows about fivefold in tables and keys.
    private const int GrowthInSandbox = 6;

    // A session remembers every relation that it saw; of many, each that is kept would take as much memory as the work needs.
    private const int MostEntriesKept = 5000;

    // Its tables are as they were; keys come to them.
    private const int LiveGrowthInSandbox = 2;

    // Beyond that a diagnostic is no longer read.
    private const int MostNamed = 10;

    /// <param name="database">The one of a policy that speaks of several; null where nobody says.</param>
    public static Policy ReadPolicy(string path, Func<string, string?> environment, DateTimeOffset now, string? database = null)
    {
        var result = PolicySource.ReadFor(database, path, environment, DateOnly.FromDateTime(now.UtcDateTime));
        return result.Policy ?? throw new CiAnonException(result.Diagnostics);
    }

    /// <summary>The same for one database of a run over all of them: what isn't said of it is said of all.</summary>
    public static Policy ReadPolicyOf(string database, string path, Func<string, string?> environment, DateTimeOffset now)
    {
        var result = PolicySource.Read(path, environment, DateOnly.FromDateTime(now.UtcDateTime), from: null, database);
        return result.Policy ?? throw new CiAnonException(result.Diagnostics);
    }

    public static Dump OpenDump(string path, StandardInput? input, string? workDirectory, int maxExpansion, IRunObserver observer, CancellationToken cancellation, string? database = null)
    {
        observer.Activity(RunStage.Restore, StandardInput.Is(path) ? $"reading {StandardInput.Name}" : "reading the dump's table of contents");
        return DumpSource.Open(path, input, workDirectory, cancellation, maxExpansion, database);
    }

    /// <summary>The dump of the schema that lies beside the dump; null for none.</summary>
    /// <exception cref="CiAnonException">It can't be read, or isn't of the dump's database.</exception>
    public static Dump? OpenSchema(string? path, Dump dump, string? workDirectory, int maxExpansion, CancellationToken cancellation)
    {
        if (path is null) return null;
        if (dump.IsLive) throw new CiAnonException(DiagnosticCodes.Usage, "a live database has its schema: leave --schema-dump out");
        var schema = DumpSource.Open(path, input: null, workDirectory, cancellation, maxExpansion);
        try
        {
            SchemaMatch.Require(schema, dump);
            return schema;
        }
        catch
        {
            schema.Dispose();
            throw;
        }
    }

    /// <summary>The same of a live database.</summary>
    /// <exception cref="CiAnonException">CIANON4030 to 4036: it can't be read.</exception>
    public static Dump OpenLive(LiveAddress source, Policy policy, string? postgresBin, Func<string, string?> environment, IRunObserver observer, CancellationToken cancellation)
    {
        observer.Activity(RunStage.Restore, $"reading the schema of {source.Variable}");
        var snapshot = LiveSnapshot.Take(source, cancellation);
        return LiveDump.Open(snapshot, policy.LargeObjects == LargeObjectMode.Keep, postgresBin, environment("PATH"), cancellation);
    }

    /// <summary>For all of the dump's tables.</summary>
    public static SandboxOptions SandboxFor(Dump dump, string? postgresBin, string? workDirectory, Func<string, string?> environment, int jobs, LiveAddress? lent = null) =>
        new(postgresBin, workDirectory, environment("PATH"), InSandbox(dump, dump.IsLive ? dump.Bytes : dump.ContentBytes), Connections: jobs * 2 + 4, LocksNeeded: dump.Toc.Count * 2,
            ClusterTemplates.CacheOf(environment))
        { Lent = lent, WantedMajor = dump.Header.ServerMajor, KeepsSessions = dump.Toc.Count <= MostEntriesKept };

    /// <summary>About how many bytes the tables take that are loaded.</summary>
    public static long LoadedBytes(RunState run) => InSandbox(run.Dump, run.Tables.Where(task => task.IsLoaded).Sum(task => task.StoredBytes));

    private static long InSandbox(Dump dump, long stored) => stored * (dump.IsLive ? LiveGrowthInSandbox : GrowthInSandbox);

    /// <summary>Nothing is told to anybody: <see cref="RunState.Notices"/> says what should be.</summary>
    /// <param name="redacted">What <see cref="SecretRedaction"/> replaced.</param>
    /// <param name="tasks">What is done with the dump's data blocks.</param>
    /// <param name="environment">Tells whether this is CI.</param>
    /// <param name="loadsAll">Why all tables are loaded; null where only those are that need it.</param>
    /// <param name="source">Where the definitions come from; the dump itself by default.</param>
    public static RunState Plan(Policy policy, Dump dump, Sandbox sandbox, RunKey key, IRunObserver observer, Func<string, string?> environment, IReadOnlyList<RedactedEntry> redacted,
        Func<Catalogs.Catalog, Plan, IReadOnlyList<TableTask>> tasks, string? loadsAll, CancellationToken cancellation, SchemaSource? source = null)
    {
        List<Diagnostic> notices = [.. policy.Notices, .. Secrets(dump)];
        if (dump.Unfilled is { Count: > 0 } views) notices.Add(new Diagnostic(DiagnosticCodes.ViewsLeftEmpty, $"{string.Join(", ", views)}: {DiagnosticCodes.ViewsLeftEmpty.Help}"));
        var schema = new SandboxSchema(dump, sandbox, Database, source);
        observer.Activity(RunStage.Restore, "restoring the schema");
        schema.RestorePreData(cancellation);
        observer.Activity(RunStage.Restore, "deciding on every column");
        var catalog = schema.ReadCatalog(cancellation);
        var prose = new RunProse();
        var facts = new PlanningFacts(key, TableTasks.HasRows(dump, catalog), TableTasks.RowBound(dump, catalog),
            SequenceValues.Read(dump), AsciiOnly: !DumpEncoding.IsUnicode(dump), dump.HasLargeObjects)
        { Plugins = new PluginAssemblies().Load, Prose = prose };
        var plan = Planner.Make(policy, catalog, facts) with
        {
            Redacted = redacted,
            Unproven = [.. schema.Skipped.Where(skipped => skipped.IsUnproven).Select(skipped => new UnprovenEntry(skipped.Entry, skipped.Reason, skipped.Object!))],
        };
        RequireNoMaskOf(schema, plan);
        plan = SqlExpressions.Check(plan, sandbox, Database);
        plan = ConstraintTrials.Check(plan, sandbox, Database, facts, policy.Locale);
        plan = plan with { Loading = loadsAll is not null ? LoadPlan.Everything(catalog, plan, loadsAll) : LoadPlanning.Make(policy, dump, schema, sandbox, catalog, plan) };
        notices.AddRange(plan.Warnings);
        if (key.IsForgotten && EncryptedColumn.Find(plan) is { } encrypted)
            notices.Add(new Diagnostic(DiagnosticCodes.EncryptedWithoutKey, $"{encrypted.Name} is encrypted and no key was given: a random one is used and forgotten", encrypted.Plan.Position));
        var undecided = UndecidedRules.Of(policy, plan, environment);
        notices.AddRange(undecided.Where(problem => problem.Severity != Severity.Error));
        foreach (var skipped in schema.Skipped.Where(skipped => !skipped.IsUnproven))
            notices.Add(new Diagnostic(DiagnosticCodes.EntrySkipped, $"{skipped.Entry} was left out in the sandbox: {skipped.Reason}{(skipped.Object is { } said ? $" ({said})" : "")}; it stays in the dump{(skipped.Reason == SkippedEntry.ByChoice ? "" : $" ({schema.HowToHave})")}"));
        if (plan.Unproven.Count > 0)
            notices.Add(new Diagnostic(DiagnosticCodes.PartOfDatabase, $"{(plan.Unproven.Count == 1 ? "1 entry stays as it is" : $"{plan.Unproven.Count} entries stay as they are")} and unproven, for want of what isn't in the dump: "
                + $"{string.Join("; ", plan.Unproven.Take(MostNamed).Select(entry => $"{entry.Entry} ({entry.Object})"))}{(plan.Unproven.Count > MostNamed ? "; the report names all" : "")}"));
        return new RunState(policy, dump, sandbox, schema, catalog, plan, tasks(catalog, plan))
        {
            Notices = notices,
            Prose = prose,
            Undecided = [.. undecided.Where(problem => problem.Severity == Severity.Error)],
        };
    }

    // NULL is a value of every type; what else a mask makes, nothing would judge.
    private static void RequireNoMaskOf(SandboxSchema schema, Plan plan)
    {
        var columns = schema.StandInColumns.ToHashSet();
        var masked = plan.Tables.SelectMany(table => table.Columns.Where(column => column.Action == ColumnAction.Masked && column.Strategy!.Name != "null"
            && columns.Contains((table.Table.Schema, table.Table.Name, column.Column.Name))).Select(column => (table.Table, Plan: column))).ToList();
        if (masked.Count == 0) return;
        throw new CiAnonException([.. masked.Select(column => new Diagnostic(DiagnosticCodes.MaskNeedsExtension,
            $"{column.Table.FullName}.{column.Plan.Column.Name} has a type of an extension that --without-extension leaves out, and is masked by {column.Plan.Strategy!.Name}: only null fits, or install the extension", column.Plan.Position))]);
    }

    private static IEnumerable<Diagnostic> Secrets(Dump dump)
    {
        foreach (var entry in dump.Toc)
        {
            var secrets = DefinitionSecrets.Find(dump.Definition(entry)).Count;
            if (secrets == 0) continue;
            yield return new Diagnostic(DiagnosticCodes.HoldsSecret, $"{entry.FullName} holds {(secrets == 1 ? "a secret" : $"{secrets} secrets")} word for word: {Remedies.Secret}");
        }
    }
}
