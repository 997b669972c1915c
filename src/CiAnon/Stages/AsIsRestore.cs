using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Stages.Entries;
using CiAnon.Tables;
using CiAnon.Verification;

namespace CiAnon.Stages;

/// <summary>Fills a database that has a dump's schema with the dump's rows as they are, its sequences, and its keys and constraints.</summary>
internal sealed class AsIsRestore(Dump dump, SandboxSchema schema, Sandbox sandbox)
{
    /// <param name="tasks">All taken as they are.</param>
    /// <param name="progress">A table, its rows and bytes so far, and whether these are all.</param>
    /// <returns>What the rows break.</returns>
    public IReadOnlyList<KeyViolation> Run(IReadOnlyList<TableTask> tasks, IReadOnlyList<TocEntry> postData, int jobs,
        Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        var loader = new TableLoader(dump, DumpEncoding.ServerEncoding(dump), new RowPass(dump, scan: null, room: null));
        ParallelTables.ForEach(tasks, jobs, () => sandbox.Connect(schema.Database), (task, connection) =>
        {
            loader.Load(task, connection, (rows, bytes) => progress(task, rows, bytes, false), cancellation);
            progress(task, task.Facts.RowsRead, task.Facts.BytesRead, true);
        }, cancellation);
        SequenceValues.Set(dump, sandbox, schema.Database);
        var keys = new PostData(schema, sandbox, postData, schema.Refreshes());
        keys.Run(jobs, static _ => { }, cancellation);
        return keys.Violations;
    }
}
