using CiAnon.Dumps;
using CiAnon.Stages.Entries;
using CiAnon.Tables;
using CiAnon.Verification;

namespace CiAnon.Stages;

/// <summary>
/// <c>proof: restore</c>: the finished archive goes into a second, empty database of the sandbox, with its schema, rows,
/// sequences, keys and plain indexes.
/// </summary>
internal sealed class RestoreProof(RunState run, Dump written, IReadOnlyList<(TableTask Table, long Rows)> tables)
{
    private const string Database = "ci_anon_proof";

    /// <summary>For an archive with the dump's own table of contents.</summary>
    public static RestoreProof Of(RunState run, Dump written)
    {
        var entries = new WrittenEntries(run.Dump, written);
        return new RestoreProof(run, written, [.. run.Tables.Select(task => (task.ForProof(entries.Find(task.Entry)!), task.Facts.RowsWritten))]);
    }

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

    /// <summary>What the restore found wrong.</summary>
    public IEnumerable<Finding> Restore(int jobs, CancellationToken cancellation)
    {
        var schema = new SandboxSchema(written, run.Sandbox, Database, run.Schema.Source);
        schema.RestorePreData(cancellation);
        schema.TryAllPostData(cancellation);
        schema.OmitLike(run.Schema);
        var violations = new AsIsRestore(written, schema, run.Sandbox)
            .Run([.. tables.Select(pair => pair.Table)], schema.AllPostDataEntries(), jobs, static (_, _, _, _) => { }, cancellation);

        return violations.Select(violation => new Finding(violation.Entry, 1, violation.Description))
            .Concat(tables.Where(pair => pair.Table.Facts.RowsRead != pair.Rows)
                .Select(pair => new Finding(pair.Table.Name, 1, "restored another number of rows")));
    }
}
