using CiAnon.Diagnostics;
using CiAnon.Discovery.Definitions;
using CiAnon.Dumps;
using CiAnon.Keys;
using CiAnon.Outside;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Clusters;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Live;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;

namespace CiAnon;

/// <summary>What every run begins with: the policy, the dump, a sandbox with the dump's schema, and the plan. Reads no row.</summary>
internal static class Preparation
{
    public const string Database = "ci_anon";

    // A compressed dump grows about fivefold in tables and keys.
    private const int GrowthInSandbox = 6;

    // Its tables are as they were; keys come to them.
    private const int LiveGrowthInSandbox = 2;

    public static Policy ReadPolicy(string path, Func<string, string?> environment, DateTimeOffset now)
    {
        var result = PolicySource.Read(path, environment, DateOnly.FromDateTime(now.UtcDateTime));
        return result.Policy ?? throw new CiAnonException(result.Diagnostics);
    }

    public static Dump OpenDump(string path, StandardInput? input, string? workDirectory, int maxExpansion, IRunObserver observer, CancellationToken cancellation)
    {
        observer.Activity(RunStage.Restore, StandardInput.Is(path) ? $"reading {StandardInput.Name}" : "reading the dump's table of contents");
        return DumpSource.Open(path, input, workDirectory, cancellation, maxExpansion);
    }

    /// <summary>The same of a live database.</summary>
    /// <exception cref="CiAnonException">CIANON4030 to 4036: it can't be read.</exception>
    public static Dump OpenLive(LiveAddress source, Policy policy, string? postgresBin, Func<string, string?> environment, IRunObserver observer, CancellationToken cancellation)
    {
        observer.Activity(RunStage.Restore, $"reading the schema of {source.Variable}");
        var snapshot = LiveSnapshot.Take(source, cancellation);
        if (!snapshot.HasLargeObjects || policy.LargeObjects != LargeObjectMode.Keep) return LiveDump.Open(snapshot, postgresBin, environment("PATH"), cancellation);
        snapshot.Dispose();
        throw new CiAnonException(DiagnosticCodes.LiveLargeObjects, $"{source.Variable} holds large objects, and the policy keeps them. {DiagnosticCodes.LiveLargeObjects.Help}");
    }

    public static SandboxOptions SandboxFor(Dump dump, string? postgresBin, string? workDirectory, Func<string, string?> environment, int jobs) =>
        new(postgresBin, workDirectory, environment("PATH"), dump.IsLive ? dump.Bytes * LiveGrowthInSandbox : dump.ContentBytes * GrowthInSandbox, Connections: jobs * 2 + 4, LocksNeeded: dump.Toc.Count * 2,
            ClusterTemplates.CacheOf(environment));

    /// <param name="redacted">What <see cref="SecretRedaction"/> replaced.</param>
    /// <param name="tasks">What is done with the dump's data blocks.</param>
    /// <param name="environment">Tells whether this is CI.</param>
    public static RunState Plan(Policy policy, Dump dump, Sandbox sandbox, RunKey key, IRunObserver observer, Func<string, string?> environment, IReadOnlyList<RedactedEntry> redacted,
        Func<Catalogs.Catalog, Plan, IReadOnlyList<TableTask>> tasks, CancellationToken cancellation)
    {
        foreach (var notice in policy.Notices) observer.Notice(notice);
        WarnOfSecrets(dump, observer);
        var schema = new SandboxSchema(dump, sandbox, Database);
        observer.Activity(RunStage.Restore, "restoring the schema");
        schema.RestorePreData(cancellation);
        observer.Activity(RunStage.Restore, "deciding on every column");
        var catalog = schema.ReadCatalog(cancellation);
        var prose = new RunProse();
        var plan = Planner.Make(policy, catalog, new PlanningFacts(key, TableTasks.HasRows(dump, catalog), TableTasks.RowBound(dump, catalog),
            SequenceValues.Read(dump), AsciiOnly: !DumpEncoding.IsUnicode(dump), dump.Toc.Any(entry => entry.IsLargeObjects))
        { Plugins = new PluginAssemblies().Load, Prose = prose }) with
        { Redacted = redacted };
        plan = SqlExpressions.Check(plan, sandbox, Database);
        foreach (var warning in plan.Warnings) observer.Notice(warning);
        if (key.IsForgotten && EncryptedColumn.Find(plan) is { } encrypted)
            observer.Notice(new Diagnostic(DiagnosticCodes.EncryptedWithoutKey, $"{encrypted.Name} is encrypted and no key was given: a random one is used and forgotten", encrypted.Plan.Position));
        var undecided = UndecidedRules.Of(policy, plan, environment);
        foreach (var warning in undecided.Where(problem => problem.Severity != Severity.Error)) observer.Notice(warning);
        foreach (var skipped in schema.Skipped)
            observer.Notice(new Diagnostic(DiagnosticCodes.EntrySkipped, $"{skipped.Entry} was left out in the sandbox: {skipped.Reason}; it stays in the dump"));
        return new RunState(policy, dump, sandbox, schema, catalog, plan, tasks(catalog, plan))
        {
            Prose = prose,
            Undecided = [.. undecided.Where(problem => problem.Severity == Severity.Error)],
        };
    }

    private static void WarnOfSecrets(Dump dump, IRunObserver observer)
    {
        foreach (var entry in dump.Toc)
        {
            var secrets = DefinitionSecrets.Find(dump.Definition(entry)).Count;
            if (secrets == 0) continue;
            observer.Notice(new Diagnostic(DiagnosticCodes.HoldsSecret, $"{entry.FullName} holds {(secrets == 1 ? "a secret" : $"{secrets} secrets")} word for word: "
                + "replace it with definitions: { secrets: redact }, or allow it under verify"));
        }
    }
}
