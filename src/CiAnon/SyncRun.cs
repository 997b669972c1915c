using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Live;

namespace CiAnon;

/// <summary>
/// From one live database into another: the source becomes an artefact, anonymized and proven as any, and a new database is built of it
/// beside the target and takes its name. Clear text never lands; the target is the old one or the new one, never half.
/// </summary>
public sealed class SyncRun(SyncOptions options, IRunObserver observer, CancellationToken cancellation)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;

    /// <summary>What would happen: nothing is read but the schema, nothing is written.</summary>
    public SyncPreview Preview()
    {
        using var server = Target();
        using var run = new AnonymizationRun(Artefact(null), observer, cancellation);
        var plan = run.Plan();
        return new SyncPreview(run.Input.Name, run.Input.Bytes, plan, server.Database);
    }

    /// <summary>The whole run.</summary>
    /// <exception cref="CiAnonException">The run stopped, and the target is as it was.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the target is as it was.</exception>
    public ComplianceReport Run()
    {
        var verdict = VerdictFile.Check(options.ReportPath, options.PolicyPath);
        try
        {
            var report = Work(verdict);
            verdict?.Publish(ReportJson.Write(report));
            return report;
        }
        catch (Exception exception)
        {
            Log(AuditLogEntry.Stopped(exception, _startedAt, options.Source.Variable, options.Target.Variable, RunRecords.UserOf(options.Environment)));
            throw;
        }
    }

    private ComplianceReport Work(VerdictFile? verdict)
    {
        using var server = Target();
        // Of the run's own user, and gone with the run: what lies there is anonymized, and not yet proven.
        var name = Path.Combine(options.WorkDirectory ?? Path.GetTempPath(), $"ci-anon-sync-{Guid.NewGuid():N}");
        var folder = (OperatingSystem.IsWindows() ? Directory.CreateDirectory(name) : Directory.CreateDirectory(name, Private)).FullName;
        try
        {
            var report = Anonymize(Path.Combine(folder, "target.dump"), verdict);
            using var artefact = Dump.Open(Path.Combine(folder, "target.dump"));
            Replace(server, artefact, report);
            return report;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private ComplianceReport Anonymize(string path, VerdictFile? verdict)
    {
        using var run = new AnonymizationRun(Artefact(path), observer, cancellation);
        try
        {
            return run.Run();
        }
        catch (CiAnonException) when (run.WrittenReport is { } failed)
        {
            verdict?.Publish(ReportJson.Write(failed));
            throw;
        }
    }

    private void Replace(TargetServer server, Dump artefact, ComplianceReport report)
    {
        observer.Activity(RunStage.Backup, $"building a new database beside {server.Database}");
        var missing = server.MissingRoles(artefact.Toc.Select(entry => entry.Owner).OfType<string>().Where(owner => owner.Length > 0));
        if (missing.Count > 0) observer.Notice(new Diagnostic(DiagnosticCodes.PrivilegesLeftOut, $"{options.Target.Variable}: left out, as it lacks, or its role may not give to: {string.Join(", ", missing)}"));
        var major = Math.Max(server.Major, artefact.Header.ServerMajor ?? 0);
        var program = ClientProgram.Find("pg_restore", major, options.PostgresBin, options.Environment("PATH"));
        var built = server.Build(program, artefact.Path, options.Jobs, withPrivileges: missing.Count == 0, cancellation);
        using (var target = LiveTarget.OfNew(options.Target, built, cancellation))
        {
            BuiltTarget.RequireRows(target, [.. report.Tables.Where(table => table.RowsOut > 0).Select(table => (table.Schema, table.Name, table.RowsOut))]);
            BuiltTarget.Mark(target, new CleanState($"ci-anon {report.Tool.Version}", report.Policy.Name, report.Policy.Sha256, report.Key.Mode, report.Key.Fingerprint,
                $"{Plural.Of(report.Tables.Count, "table")} from {options.Source.Variable}, {Plural.Of(report.Checks.Count(check => check.Status == "passed"), "check")} passed"));
        }
        cancellation.ThrowIfCancellationRequested();
        // A run that can't be recorded replaces nothing.
        Log(AuditLogEntry.From(report, server.Database, RunRecords.UserOf(options.Environment)));
        if (!server.Swap()) observer.Notice(new Diagnostic(DiagnosticCodes.FormerTargetStays, $"{options.Target.Variable}: {DiagnosticCodes.FormerTargetStays.Help}"));
    }

    private TargetServer Target()
    {
        var policy = Preparation.ReadPolicy(options.PolicyPath, options.Environment, _startedAt);
        return TargetServer.Open(options.Target, policy.TargetHosts, LiveSnapshot.SystemIdentifier(options.Source), cancellation);
    }

    private AnonymizeOptions Artefact(string? path) => new(options.Source.Variable, options.PolicyPath, path)
    {
        Source = options.Source,
        Compression = new CompressionChoice(Compression.Gzip, 1),
        Jobs = options.Jobs,
        WorkDirectory = options.WorkDirectory,
        PostgresBin = options.PostgresBin,
        Key = options.Key,
        Environment = options.Environment,
    };

    private void Log(AuditLogEntry entry)
    {
        if (options.AuditLogPath is { } path) AuditLog.Append(Path.GetFullPath(path), (entry with { Operation = "sync" }).ToJson());
    }
}

/// <summary>What a sync would do.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Bytes">Of its tables on disk.</param>
/// <param name="Target">The name of the database that would be replaced.</param>
public sealed record SyncPreview(string Source, long Bytes, Plan Plan, string Target);
