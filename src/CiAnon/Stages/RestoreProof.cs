using CiAnon.Dumps;
using CiAnon.Verification;

namespace CiAnon.Stages;

/// <summary>
/// <c>proof: restore</c>: the finished archive goes into a second, empty database of the sandbox, with its schema, rows,
/// sequences, keys and plain indexes.
/// </summary>
internal sealed class RestoreProof(RunState run, Dump written)
{
    private const string Database = "ci_anon_proof";

    /// <summary>The checks, with what the restore found added to <c>restorable</c>.</summary>
    public IReadOnlyList<CheckResult> Extend(IReadOnlyList<CheckResult> checks, int jobs, CancellationToken cancellation)
    {
        IReadOnlyList<Finding> findings = [.. Restore(jobs, cancellation)];
        return
        [
            .. checks.Select(check => check.Id != CheckDefinition.Restorable.Id ? check : check with
            {
                Findings = [.. check.Findings, .. findings],
                Note = "restored into a second, empty database, with all keys and indexes",
            }),
        ];
    }

    private IEnumerable<Finding> Restore(int jobs, CancellationToken cancellation)
    {
        var schema = new SandboxSchema(written, run.Sandbox, Database);
        schema.RestorePreData(cancellation);
        var entries = written.Toc.ToDictionary(entry => entry.DumpId);
        var tables = run.Tables.Select(task => task.ForProof(entries[task.Entry.DumpId])).ToList();
        var violations = new AsIsRestore(written, run.Sandbox, Database).Run(tables, schema.AllPostDataEntries(), jobs, static (_, _, _, _) => { }, cancellation);

        return violations.Select(violation => new Finding(violation.Entry, 1, violation.Description))
            .Concat(tables.Zip(run.Tables).Where(pair => pair.First.Facts.RowsRead != pair.Second.Facts.RowsWritten)
                .Select(pair => new Finding(pair.First.Name, 1, "restored another number of rows")));
    }
}
