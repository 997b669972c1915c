using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>Brings the dump's schema into a database of the sandbox: types, tables and functions first, no rows.</summary>
internal sealed class SandboxSchema(Dump dump, Sandbox sandbox, string database, SchemaSource? source = null)
{
    private readonly List<SkippedEntry> _skipped = [];
    private readonly HashSet<int> _omitted = [];
    private readonly AbsentObjects _absent = new((source?.Dump ?? dump).Toc);
    private readonly Prerequisites _prerequisites = new(dump, source?.Dump ?? dump, sandbox);
    private readonly LackingExtensions _lacking = new(sandbox.Major);
    private List<(string Schema, string Table, string Column)> _standInColumns = [];
    private readonly HashSet<(string Schema, string Table)> _standInTables = [];

    public SchemaSource Source { get; } = source ?? SchemaSource.Own;

    /// <summary>The dump whose definitions the sandbox has: the one beside the dump, or the dump itself.</summary>
    public Dump Definitions => Source.Dump ?? dump;

    public string Database { get; } = database;

    /// <summary>What the sandbox can't have: extensions, mostly.</summary>
    public IReadOnlyList<SkippedEntry> Skipped => _skipped;

    /// <summary>Columns of types that an extension has which is left out by choice: nothing is known of their values.</summary>
    public IReadOnlyList<(string Schema, string Table, string Column)> StandInColumns => _standInColumns;

    /// <summary>Creates the database, the missing roles (without login), and executes every pre-data entry.</summary>
    public void RestorePreData(CancellationToken cancellation)
    {
        DumpExtensions.Require(Source.WithoutExtensions, DumpExtensions.Of(Definitions).ToHashSet());
        _absent.LacksExtension = Source.WithoutExtensions.Count > 0;
        sandbox.CreateDatabase(Database, DumpEncoding.ServerEncoding(dump));
        using var executor = new EntryExecutor(Definitions, sandbox, Database);
        _prerequisites.CreateRoles(executor);
        _prerequisites.CreateCollations(executor);
        List<TocEntry> entries = [.. Definitions.Toc.Where(entry => entry.Section is not (TocSection.PostData or TocSection.Data) && EntryRoles.IsForSandbox(entry))];
        // Tables may lie in a schema that an extension creates itself, as chunks of TimescaleDB do.
        var extensions = entries.FindLastIndex(entry => entry.Desc == "EXTENSION") + 1;
        Restore(executor, entries[..extensions], cancellation);
        Restore(executor, entries[extensions..], cancellation);
        if (Source.WithoutExtensions.Count > 0) StandForTables(new StandIns(executor));
    }

    private void Restore(EntryExecutor executor, List<TocEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            if (entry.Namespace is { Length: > 0 } schema) _prerequisites.CreateSchema(executor, schema);
            if (IsLeftOut(entry)) Skip(entry, SkippedEntry.ByChoice);
        }
        executor.Execute(entries.Where(entry => !IsLeftOut(entry)), (entry, exception) => Classify(executor, entry, exception), cancellation);
    }

    private bool IsLeftOut(TocEntry entry) => entry.Desc == "EXTENSION" && Source.WithoutExtensions.Contains(entry.Tag);

    // Rows and values of an extension's tables and sequences, which no entry creates.
    private void StandForTables(StandIns standIns)
    {
        var created = Definitions.Toc.Where(entry => entry.Desc is "TABLE" or "FOREIGN TABLE" or "SEQUENCE").Select(entry => (entry.Namespace, entry.Tag)).ToHashSet();
        foreach (var entry in dump.Toc.Where(entry => (entry.IsTableData || EntryRoles.IsSequenceValue(entry)) && !created.Contains((entry.Namespace, entry.Tag)) && !standIns.Exists(entry.Namespace!, entry.Tag)))
        {
            if (entry.IsTableData)
            {
                var rows = TableTasks.Copy(entry);
                standIns.AddTable(rows);
                _standInTables.Add((rows.Schema, rows.Table));
                _absent.WithoutKeys.Add(rows.Table);
            }
            else standIns.AddSequence(entry);
            _skipped.Add(new SkippedEntry(entry.FullName, SkippedEntry.IsStandIn, $"relation {entry.Namespace}.{entry.Tag}"));
        }
    }

    /// <summary>
    /// The catalog with keys and constraints, which a dump creates after its rows: they are created on the empty tables,
    /// read, and rolled back, but for plain keys (<see cref="PlainKey"/>), whose SQL says all. What can't be created is known now, not after hours of loading.
    /// </summary>
    public Catalog ReadCatalog(CancellationToken cancellation)
    {
        using var executor = new EntryExecutor(Definitions, sandbox, Database);
        var rowsSince = executor.NextTransaction();
        using var transaction = executor.Connection.BeginTransaction();
        var postData = PostDataEntries();
        // What stands for an extension's types may have no keys, which only PostgreSQL can tell.
        var plain = PlainEntries.Of(Definitions, Source.WithoutExtensions.Count > 0 ? [] : postData);
        Create(postData.Where(entry => !plain.ContainsKey(entry.DumpId)));
        var catalog = PlainKeys.Add(Read(), plain.Values);
        if (catalog is null)
        {
            // PostgreSQL shall say what is wrong with them.
            Create(postData.Where(entry => plain.ContainsKey(entry.DumpId)));
            catalog = Read();
        }
        FindStandInColumns(executor);
        transaction.Rollback();
        RequireTables(catalog);
        catalog = OmitKeysWithoutRows(catalog);
        // What an extension ships and the dump has no rows of, no verb speaks of: who has no server can't know of it.
        var filled = dump.Toc.Where(entry => entry.IsTableData).Select(entry => TableTasks.FindTable(entry, catalog)?.Oid).ToHashSet();
        return catalog.WithExtensionTables(table => filled.Contains(table.Oid), hasRows: filled.Count > 0);

        void Create(IEnumerable<TocEntry> entries) => executor.Execute(entries, (entry, exception) => Classify(executor, entry, exception), cancellation, transaction);

        Catalog Read()
        {
            executor.Run("read the catalog", "SET search_path = pg_catalog");
            return new CatalogReader(executor.Connection) { RowsSince = rowsSince, StandIns = _standInTables }.Read();
        }
    }

    /// <summary>Does without what another schema of the same definitions did without.</summary>
    public void OmitLike(SandboxSchema other)
    {
        var names = other._skipped.Select(skipped => skipped.Entry).ToHashSet();
        _omitted.UnionWith(Definitions.Toc.Where(entry => names.Contains(entry.FullName)).Select(entry => entry.DumpId));
    }

    /// <summary>Finds out which of all post-data entries can be created, on the empty tables.</summary>
    public void TryAllPostData(CancellationToken cancellation)
    {
        using var executor = new EntryExecutor(Definitions, sandbox, Database);
        using var transaction = executor.Connection.BeginTransaction();
        executor.Execute(AllPostDataEntries(), (entry, exception) => Classify(executor, entry, exception), cancellation, transaction);
        transaction.Rollback();
    }

    // Rows that refer to rows which the dump leaves out (pg_dump --exclude-table-data, or a part beside a whole schema) prove nothing.
    private Catalog OmitKeysWithoutRows(Catalog catalog)
    {
        var filled = dump.Toc.Where(entry => entry.Desc == "TABLE DATA").Select(entry => TableTasks.FindTable(entry, catalog)).OfType<Table>()
            .SelectMany(table => catalog.Ancestors(table).Append(table)).Select(table => table.Oid).ToHashSet();
        if (filled.Count == 0 || dump.IsLive) return catalog;
        var omitted = new HashSet<ForeignKey>();
        foreach (var key in catalog.ForeignKeys.Where(key => !key.IsOfPartition && filled.Contains(key.Table.Oid) && !filled.Contains(key.Referenced.Oid) && !key.Referenced.IsFromExtension))
        {
            var entry = Definitions.Toc.FirstOrDefault(entry => entry.Desc == "FK CONSTRAINT" && entry.Namespace == key.Table.Schema && entry.Tag == $"{key.Table.Name} {key.Name}");
            if (entry is null) continue;
            Skip(entry, SkippedEntry.RefersToNoRows, $"relation {key.Referenced.FullName}");
            omitted.Add(key);
        }
        return catalog.WithoutProof(omitted);
    }

    private void RequireTables(Catalog catalog)
    {
        if (dump.Toc.FirstOrDefault(entry => entry.IsTableData && TableTasks.FindTable(entry, catalog) is null) is not { } entry) return;
        if (_skipped.Find(skipped => skipped.IsUnproven && IsOf(skipped, entry)) is { } table)
            throw new CiAnonException(DiagnosticCodes.TableRefersToAbsent, $"{entry.FullName} has rows, and nobody can create its table from this dump: it refers to {table.Object}. {DiagnosticCodes.TableRefersToAbsent.Help}");
        if (NotInstalled.Any())
            throw new CiAnonException(DiagnosticCodes.SchemaEntryFailed, $"{entry.FullName} has rows of a table that the sandbox can't have ({WhatIsMissing})");
        if (Source.Dump is not null)
            throw new CiAnonException(DiagnosticCodes.SchemaDumpDiffers, $"{entry.FullName} has rows of a table that the schema dump doesn't create. {DiagnosticCodes.SchemaDumpDiffers.Help}");
    }

    private static bool IsOf(SkippedEntry skipped, TocEntry rows) => skipped.Entry == (rows with { Desc = "TABLE" }).FullName || skipped.Entry == (rows with { Desc = "FOREIGN TABLE" }).FullName;

    private IEnumerable<SkippedEntry> NotInstalled => _skipped.Where(skipped => !skipped.IsUnproven && skipped.Reason != SkippedEntry.ByChoice);

    private string WhatIsMissing => $"{string.Join("; ", NotInstalled)}; {HowToHave}";

    /// <summary>What to do about extensions that aren't installed.</summary>
    public string HowToHave => _lacking.HowToHave;

    /// <summary>Post-data entries that prove something or must be seen to work, in the archive's order; plain indexes are not among them.</summary>
    public IReadOnlyList<TocEntry> PostDataEntries()
    {
        var without = Definitions.Toc.Where(EntryRoles.IsPlainIndex).Select(entry => entry.DumpId).ToHashSet();
        without.UnionWith(Definitions.Toc.Where(entry => entry.Desc == "INDEX ATTACH" && entry.Dependencies.Any(without.Contains)).Select(entry => entry.DumpId));
        return [.. AllPostDataEntries().Where(entry => !without.Contains(entry.DumpId))];
    }

    /// <summary>Plain indexes too.</summary>
    public IReadOnlyList<TocEntry> AllPostDataEntries() =>
        [.. Definitions.Toc.Where(entry => entry.Section == TocSection.PostData && EntryRoles.IsForSandbox(entry) && !_omitted.Contains(entry.DumpId))];

    /// <summary>Refreshes of the materialized views that there are. They go with rows: where the schema lies beside the dump, their numbers are none of its.</summary>
    public IReadOnlyList<TocEntry> Refreshes()
    {
        var omitted = Definitions.Toc.Where(entry => entry.Desc == "MATERIALIZED VIEW" && _omitted.Contains(entry.DumpId)).Select(entry => (entry.Namespace, entry.Tag)).ToHashSet();
        var refreshes = dump.Toc.Where(entry => EntryRoles.IsRefresh(entry) && !string.IsNullOrEmpty(entry.Defn) && !omitted.Contains((entry.Namespace, entry.Tag)));
        return Source.Dump is null ? [.. refreshes] : [.. refreshes.Select(entry => entry with { DumpId = -1 - entry.DumpId, Dependencies = [.. entry.Dependencies.Select(other => -1 - other)] })];
    }

    private void Classify(EntryExecutor executor, TocEntry entry, PostgresException exception)
    {
        if (ReasonToSkip(entry, exception) is { } reason)
        {
            if (entry.Desc == "EXTENSION") _lacking.Add(entry.Tag, isThere: reason == SkippedEntry.NotCreated);
            if (reason.Length > 0) Skip(entry, reason, reason == SkippedEntry.NotCreated ? exception.MessageText : null);
        }
        else if (Missing(exception) is not { } missing) throw Failed(entry, exception);
        else if (!StandFor(executor, entry, missing)) Skip(entry, SkippedEntry.RefersToAbsent, missing);
        else ExecuteAgain(executor, entry);
    }

    // What it lacked has something that stands for it now.
    private void ExecuteAgain(EntryExecutor executor, TocEntry entry)
    {
        try
        {
            executor.Execute(entry);
        }
        catch (PostgresException exception)
        {
            Classify(executor, entry, exception);
        }
    }

    // What rows need must be there: a type of the extension, or the schema that it would have made for it.
    private bool StandFor(EntryExecutor executor, TocEntry entry, string missing)
    {
        if (Source.WithoutExtensions.Count == 0 || entry.Desc is not ("TABLE" or "FOREIGN TABLE" or "TYPE" or "DOMAIN")) return false;
        var (kind, name) = (missing.Split(' ')[0], missing[(missing.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (kind == "schema") return _prerequisites.CreateSchema(executor, name);
        if (kind != "type" || !name.Contains('.', StringComparison.Ordinal) || !_absent.StandIns.Add(name)) return false;
        new StandIns(executor).AddType(name, _absent.StandIns.Count);
        return true;
    }

    private void FindStandInColumns(EntryExecutor executor)
    {
        if (_absent.StandIns.Count == 0) return;
        _standInColumns = [.. StandIns.Columns(executor.Connection, _absent.StandIns)];
        foreach (var table in _standInColumns.GroupBy(column => (column.Schema, column.Table)))
            _skipped.Add(new SkippedEntry($"TABLE {table.Key.Schema}.{table.Key.Table}", SkippedEntry.HasStandIns, $"column{(table.Count() == 1 ? "" : "s")} {string.Join(", ", table.Select(column => column.Column))}"));
    }

    private void Skip(TocEntry entry, string reason, string? missing = null)
    {
        _absent.Add(entry);
        _omitted.Add(entry.DumpId);
        _skipped.Add(new SkippedEntry(entry.FullName, reason, missing));
    }

    // What an extension would have brought can't be told from what isn't in the dump: then nothing may be missing.
    private string? Missing(PostgresException exception) => _lacking.Any ? null : _absent.Find(exception);

    // Empty: nothing is missing in the sandbox, so there is nothing to report.
    private static string? ReasonToSkip(TocEntry entry, PostgresException exception) => (entry.Desc, exception.SqlState) switch
    {
        ("EXTENSION", PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile) => "the extension isn't installed in the sandbox's PostgreSQL",
        // It is there, and its own script refuses: pg_cron, TimescaleDB and others want to be loaded when the server starts.
        ("EXTENSION", _) when !IsOfMachine(exception) => SkippedEntry.NotCreated,
        ("PROCEDURAL LANGUAGE", PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.UndefinedObject) => "the language isn't installed in the sandbox's PostgreSQL",
        ("SCHEMA", PostgresErrorCodes.DuplicateSchema) when entry.Tag == "public" => "",
        _ => null,
    };

    // Memory, disk, connections; a statement that somebody cancelled.
    private static bool IsOfMachine(PostgresException exception) => exception.InvariantSeverity == "ERROR" && exception.SqlState[..2] is "53" or "57" or "58";

    // No row has been read yet, so the server's own words about the schema can't repeat one.
    private CiAnonException Failed(TocEntry entry, PostgresException exception)
    {
        if (exception.SqlState == PostgresErrorCodes.DiskFull)
            return new CiAnonException(DiagnosticCodes.DiskFull, "the sandbox's disk is full: give --work-dir on a larger disk");
        var hints = NotInstalled.Any() ? [WhatIsMissing] : new List<string>();
        // What an extension brings isn't missed for want of an older server.
        var advice = NotInstalled.Any() ? OtherMajor.AdviceIfNewer(Definitions.Header, sandbox.Major) : OtherMajor.Advice(Definitions.Header, sandbox.Major);
        if (advice is not null) hints.Add(advice);
        var because = hints.Count > 0 ? $" ({string.Join("; ", hints)})" : "";
        return new CiAnonException(DiagnosticCodes.SchemaEntryFailed,
            $"{entry.FullName} can't be restored in the sandbox: {exception.MessageText} ({exception.SqlState}){because}");
    }
}
