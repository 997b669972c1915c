using System.Security.Cryptography;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Live;
using CiAnon.Tables;
using CiAnon.Verification;
using CiAnon.Verification.Search;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>
/// Writes the verified rows over those of a live database, in the one transaction that has held its tables still since they were read:
/// TRUNCATE and COPY, so that keys, defaults, privileges and everything else stay, and no old row does.
/// </summary>
internal sealed class TargetRewrite(RunState run, LiveTarget target, RewriteSet set)
{
    private const int BufferSize = 1 << 17;
    private const string ClearStatistics = "clear the planner's statistics";

    private const string TriggersSql = """
        SELECT n.nspname::text, c.relname::text, t.tgname::text, t.tgenabled::text FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND c.relkind IN ('r', 'p') ORDER BY 1, 2, 3
        """;

    private const string KeysSql = """
        SELECT n.nspname::text, c.relname::text, k.conname::text FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'f' AND NOT k.condeferrable AND k.conparentid = 0 AND coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::bool, true) ORDER BY 1, 2, 3
        """;

    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private EventTriggers? _events;

    /// <summary>Of the rows that stand in the database now, as the report has it of live databases.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_digests.Select(table => $"{table.Value}  {table.Key}\n")))));

    /// <summary>Searches the rows that will stand there, written or left, and remembers their digests; the database's own are still there to compare with.</summary>
    public void Search(int jobs, CancellationToken cancellation)
    {
        ParallelTables.ForEach(run.Tables, jobs, run.Connect,
            (task, connection) => task.Facts.Digest = Digest(connection, task, run.Scan.Open(task), cancellation).Sha256, cancellation);
        run.Scan.SearchContents(run.Dump.Toc, []);
    }

    /// <summary>Writes, and lets PostgreSQL prove every constraint over the new rows; nothing is committed.</summary>
    public void Write(CancellationToken cancellation)
    {
        Guard("turn event triggers off", () => _events = EventTriggers.TurnOff(target.Connection));
        var tasks = run.Tables.Where(task => set.Contains(task.Table)).ToList();
        var views = LiveErrors.Guard(target.Address, "find materialized views", () => LiveRelations.Read(target.Connection))
            .Where(view => view is { Kind: 'm', IsPopulated: true } && (view.IsFetched || tasks.Count > 0)).ToList();
        var statistics = new FormerStatistics(target, [.. set.Measured.Select(table => table.SqlName)], [.. views.Select(view => view.SqlName)], [.. views.Where(view => !view.IsFetched).Select(view => view.SqlName)]);
        if (tasks.Count > 0) Replace(tasks, statistics, cancellation);
        else Guard(ClearStatistics, () => statistics.Clear([], ""));
        // Views keep rows of their own, which no function of another's may read any more, and statistics the commonest values. What comes from elsewhere nobody looked at.
        foreach (var view in views) Do($"empty {view.FullName}", $"REFRESH MATERIALIZED VIEW {view.SqlName} WITH NO DATA");
        foreach (var view in views.Where(view => !view.IsFetched)) Do($"refresh {view.FullName}", $"REFRESH MATERIALIZED VIEW {view.SqlName}; ANALYZE {view.SqlName}");
        Guard("look for former statistics of the planner", statistics.RequireNone);
    }

    /// <summary>When nothing is to be written any more, reads all rows again: those, too, that something in the database wrote beside us.</summary>
    /// <returns>That what stands there is, byte for byte, what was verified and searched.</returns>
    public CheckResult ReadBack(Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        Guard("turn event triggers on", () => _events?.TurnOn());
        foreach (var task in run.Tables) ReadBack(task, progress, cancellation);
        return CheckDefinition.Restorable.Result(run.Tables.Count, _findings) with
        {
            Note = "read back from the database, in the transaction that wrote it; PostgreSQL checked every key and constraint over the new rows",
        };
    }

    private void Replace(List<TableTask> tasks, FormerStatistics statistics, CancellationToken cancellation)
    {
        var names = set.Tables.Select(table => (table.Schema, table.Name)).ToHashSet();
        bool IsMine((string Schema, string Table, string) named) => names.Contains((named.Schema, named.Table));
        var triggers = Read(TriggersSql, row => (row.GetString(0), row.GetString(1), row.GetString(2), Enabled: row.GetString(3))).Where(trigger => IsMine((trigger.Item1, trigger.Item2, ""))).ToList();
        var keys = Read(KeysSql, row => (row.GetString(0), row.GetString(1), row.GetString(2))).Where(IsMine).ToList();

        Do("lock the tables that are written", $"LOCK TABLE {string.Join(", ", set.Tables.Select(table => "ONLY " + table.SqlName))} IN ACCESS EXCLUSIVE MODE");
        foreach (var (schema, table, trigger, _) in triggers)
            Do($"disable trigger {trigger}", $"ALTER TABLE ONLY {Name(schema, table)} DISABLE TRIGGER {Sql.Identifier(trigger)}");
        // Rows come in any order; all keys are checked when all rows are there.
        foreach (var (schema, table, key) in keys) Alter(schema, table, key, "DEFERRABLE INITIALLY DEFERRED");
        Do("defer constraints", "SET CONSTRAINTS ALL DEFERRED");
        var truncate = $"TRUNCATE {string.Join(", ", set.Truncated)}";
        Do("empty the tables", truncate);
        Guard(ClearStatistics, () => statistics.Clear([.. tasks.Where(task => task.Facts.RowsStored == 0).Select(task => task.Table.SqlName)], truncate));
        using (var sandbox = run.Connect())
        {
            foreach (var task in tasks.Where(task => task.Facts.RowsStored > 0)) Copy(sandbox, task, cancellation);
        }
        Do("check the foreign keys", "SET CONSTRAINTS ALL IMMEDIATE");
        foreach (var (schema, table, key) in keys) Alter(schema, table, key, "NOT DEFERRABLE");
        foreach (var (schema, table, trigger, enabled) in triggers)
            Do($"enable trigger {trigger}", $"ALTER TABLE ONLY {Name(schema, table)} ENABLE {(enabled == "A" ? "ALWAYS " : "")}TRIGGER {Sql.Identifier(trigger)}");
        foreach (var table in set.Measured) Do($"analyze {table.FullName}", $"ANALYZE {table.SqlName}");
    }

    private void Alter(string schema, string table, string key, string how) =>
        Do($"alter foreign key {key}", $"ALTER TABLE {Name(schema, table)} ALTER CONSTRAINT {Sql.Identifier(key)} {how}");

    private void Copy(NpgsqlConnection sandbox, TableTask task, CancellationToken cancellation) => Guard($"write {task.Name}", () =>
    {
        using var rows = CopyChannel.OpenRead(sandbox, task.ReadSql(run.Encoding));
        var sink = CopyChannel.OpenWrite(target.Connection, task.WriteSql(run.Encoding));
        var buffer = new byte[BufferSize];
        for (int count; (count = rows.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            sink.Write(buffer.AsSpan(0, count));
        }
        sink.Dispose();
    });

    private void ReadBack(TableTask task, Action<TableTask, long, long, bool> progress, CancellationToken cancellation) => Guard($"read {task.Name} back", () =>
    {
        // What an extension's script put there itself is no row of ours; none of its tables is written.
        if (task.Table.IsFromExtension) return;
        var (sha256, count, bytes) = Digest(target.Connection, task, scan: null, cancellation);
        (task.Facts.RowsWritten, task.Facts.ProvenDigest) = (count, sha256);
        _digests[task.Name] = Convert.ToHexStringLower(sha256);
        if (count != task.RowsForArtefact) _findings.Add(new Finding(task.Name, Math.Abs(count - task.RowsForArtefact), $"{task.RowsForArtefact} verified rows, {count} in the database{Fired}"));
        else if (!sha256.AsSpan().SequenceEqual(task.Facts.Digest)) _findings.Add(new Finding(task.Name, 1, $"the database's rows are not the verified ones{Fired}"));
        progress(task, count, bytes, true);
    });

    private (byte[] Sha256, long Rows, long Bytes) Digest(NpgsqlConnection connection, TableTask task, TableScan? scan, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var copied = CopyChannel.OpenRead(connection, task.ReadSql(run.Encoding));
        var reader = new RowReader(copied, isMarked: false);
        long count = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            digest.AppendData(rows);
            scan?.Walk(rows);
            count += rows.Count(CopyText.RowEnd);
        }
        return (digest.GetHashAndReset(), count, reader.Total);
    }

    private string Fired => _events is { Firing: { Count: > 0 } names } ? $"; its role can't turn off the event trigger {string.Join(", ", names)}, which may write there" : "";

    private List<T> Read<T>(string sql, Func<NpgsqlDataReader, T> read) => LiveErrors.Guard(target.Address, "read the catalog", () => LiveConnection.Query(target.Connection, sql, read));

    private void Do(string action, string sql) => Guard(action, () => target.Execute(sql));

    // What the rows break there and not in the sandbox: constraints that aren't valid there, functions that differ, disks.
    private void Guard(string action, Action work)
    {
        try
        {
            work();
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal)
            || exception.SqlState.StartsWith("P0", StringComparison.Ordinal))
        {
            throw new CiAnonException(DiagnosticCodes.TargetRefusesRows, $"{target.Address.Variable}: could not {action}: {Redaction.Describe(exception)}. {DiagnosticCodes.TargetRefusesRows.Help}");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw LiveErrors.From(exception, target.Address, action);
        }
    }

    private static string Name(string schema, string table) => $"{Sql.Identifier(schema)}.{Sql.Identifier(table)}";
}
