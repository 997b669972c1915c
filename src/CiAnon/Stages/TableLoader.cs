using CiAnon.Dumps;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>The sandbox as a sink of rows: one table, one transaction.</summary>
internal sealed class TableLoader(Dump dump, string encoding, RowPass pass)
{
    /// <param name="progress">Rows and bytes of the block so far.</param>
    public void Load(TableTask task, NpgsqlConnection connection, Action<long, long> progress, CancellationToken cancellation) =>
        RowErrors.Guard(dump, task, () => LoadRows(task, connection, progress, cancellation), connection);

    private void LoadRows(TableTask task, NpgsqlConnection connection, Action<long, long> progress, CancellationToken cancellation)
    {
        using var transaction = task.LoadsAtOnce ? null : connection.BeginTransaction();
        if (transaction is not null && !task.LoadsViaRoot)
        {
            using var prepare = new NpgsqlCommand(task.PrepareSql, connection);
            prepare.ExecuteNonQuery();
        }
        var sink = CopyChannel.OpenWrite(connection, task.LoadSql(encoding));
        try
        {
            pass.Run(task, sink, progress, cancellation);
        }
        catch (Exception exception) when (exception is not NpgsqlException)
        {
            CopyChannel.Abort(sink);
            throw;
        }
        sink.Dispose();
        transaction?.Commit();
    }
}
