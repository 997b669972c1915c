using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>Brings the dump's schema into a database of the sandbox: types, tables and functions first, no rows.</summary>
internal sealed partial class SandboxSchema(Dump dump, Sandbox sandbox, string database)
{
    private readonly List<SkippedEntry> _skipped = [];

    public string Database { get; } = database;

    /// <summary>What the sandbox can't have: extensions, mostly.</summary>
    public IReadOnlyList<SkippedEntry> Skipped => _skipped;

    /// <summary>Creates the database, the missing roles (without login), and executes every pre-data entry.</summary>
    public void RestorePreData(CancellationToken cancellation)
    {
        sandbox.CreateDatabase(Database, DumpEncoding.ServerEncoding(dump));
        using var executor = new EntryExecutor(dump, sandbox, Database);
        CreateRoles(executor);
        CreateCollations(executor);
        executor.Execute(dump.Toc.Where(entry => entry.Section is not (TocSection.PostData or TocSection.Data) && EntryRoles.IsForSandbox(entry)), SkipOrFail, cancellation);
    }

    /// <summary>
    /// The catalog with keys and constraints, which a dump creates after its rows: they are created on the empty tables,
    /// read, and rolled back, but for plain keys (<see cref="PlainKey"/>), whose SQL says all. What can't be created is known now, not after hours of loading.
    /// </summary>
    public Catalog ReadCatalog(CancellationToken cancellation)
    {
        using var executor = new EntryExecutor(dump, sandbox, Database);
        var rowsSince = executor.NextTransaction();
        using var transaction = executor.Connection.BeginTransaction();
        var postData = PostDataEntries();
        var plain = PlainEntries.Of(dump, postData);
        Create(postData.Where(entry => !plain.ContainsKey(entry.DumpId)));
        var catalog = PlainKeys.Add(Read(), plain.Values);
        if (catalog is null)
        {
            // PostgreSQL shall say what is wrong with them.
            Create(postData.Where(entry => plain.ContainsKey(entry.DumpId)));
            catalog = Read();
        }
        transaction.Rollback();
        RequireTables(catalog);
        // What an extension ships and the dump has no rows of, no verb speaks of: who has no server can't know of it.
        var filled = dump.Toc.Where(entry => entry.IsTableData).Select(entry => TableTasks.FindTable(entry, catalog)?.Oid).ToHashSet();
        return catalog.WithExtensionTables(table => filled.Contains(table.Oid), hasRows: filled.Count > 0);

        // Post-data entries depend on what pre-data created: none of them may be missing.
        void Create(IEnumerable<TocEntry> entries) => executor.Execute(entries, (entry, exception) => throw Failed(entry, exception), cancellation, transaction);

        Catalog Read()
        {
            executor.Run("read the catalog", "SET search_path = pg_catalog");
            return new CatalogReader(executor.Connection) { RowsSince = rowsSince }.Read();
        }
    }

    private void RequireTables(Catalog catalog)
    {
        if (_skipped.Count == 0 || dump.Toc.FirstOrDefault(entry => entry.IsTableData && TableTasks.FindTable(entry, catalog) is null) is not { } entry) return;
        throw new CiAnonException(DiagnosticCodes.SchemaEntryFailed, $"{entry.FullName} has rows of a table that the sandbox can't have ({WhatIsMissing})");
    }

    private string WhatIsMissing =>
        $"{string.Join("; ", _skipped.Select(skipped => $"{skipped.Entry}: {skipped.Reason}"))}; install the package that has it for PostgreSQL {sandbox.Binaries.Major}, "
        + "take an image whose PostgreSQL has it, or name such a one with --postgres-bin";

    /// <summary>Post-data entries that prove something or must be seen to work, in the archive's order; plain indexes are not among them.</summary>
    public IReadOnlyList<TocEntry> PostDataEntries()
    {
        var without = dump.Toc.Where(EntryRoles.IsPlainIndex).Select(entry => entry.DumpId).ToHashSet();
        without.UnionWith(dump.Toc.Where(entry => entry.Desc == "INDEX ATTACH" && entry.Dependencies.Any(without.Contains)).Select(entry => entry.DumpId));
        return [.. dump.Toc.Where(entry => entry.Section == TocSection.PostData && EntryRoles.IsForSandbox(entry) && !without.Contains(entry.DumpId))];
    }

    /// <summary>Plain indexes too.</summary>
    public IReadOnlyList<TocEntry> AllPostDataEntries() =>
        [.. dump.Toc.Where(entry => entry.Section == TocSection.PostData && EntryRoles.IsForSandbox(entry))];

    private void CreateRoles(EntryExecutor executor)
    {
        var owners = dump.Toc.Select(entry => entry.Owner).OfType<string>()
            .Where(owner => owner.Length > 0 && !owner.StartsWith("pg_", StringComparison.Ordinal)).Distinct();
        foreach (var owner in owners)
        {
            executor.Execute($"create role {owner}", $"""
                DO $role$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {Sql.Literal(owner)}) THEN
                        CREATE ROLE {Sql.Identifier(owner)} NOLOGIN;
                    END IF;
                END $role$
                """);
        }
    }

    // A locale that this machine lacks must not stop the run: order of text decides nothing that we check.
    private void CreateCollations(EntryExecutor executor)
    {
        var names = dump.Toc.Where(EntryRoles.IsForSandbox)
            .SelectMany(entry => CollationReference().Matches(entry.Defn!).Select(match => match.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)))
            .Distinct();
        foreach (var name in names)
        {
            executor.Execute($"create collation {name}", $"""
                DO $collation$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = {Sql.Literal(name)} AND collnamespace = 'pg_catalog'::regnamespace
                                   AND collencoding IN (-1, (SELECT encoding FROM pg_catalog.pg_database WHERE datname = current_database()))) THEN
                        CREATE COLLATION pg_catalog.{Sql.Identifier(name)} (LOCALE = 'C');
                    END IF;
                END $collation$
                """);
        }
    }

    [GeneratedRegex("COLLATE pg_catalog\\.\"(?<name>([^\"]|\"\")+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CollationReference();

    private void SkipOrFail(TocEntry entry, PostgresException exception)
    {
        if (ReasonToSkip(entry, exception) is not { } reason) throw Failed(entry, exception);
        if (reason.Length > 0) _skipped.Add(new SkippedEntry(entry.FullName, reason));
    }

    // Empty: nothing is missing in the sandbox, so there is nothing to report.
    private static string? ReasonToSkip(TocEntry entry, PostgresException exception) => (entry.Desc, exception.SqlState) switch
    {
        ("EXTENSION", PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile) => "the extension isn't installed in the sandbox's PostgreSQL",
        ("PROCEDURAL LANGUAGE", PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.UndefinedObject) => "the language isn't installed in the sandbox's PostgreSQL",
        ("SCHEMA", PostgresErrorCodes.DuplicateSchema) when entry.Tag == "public" => "",
        _ => null,
    };

    // No row has been read yet, so the server's own words about the schema can't repeat one.
    private CiAnonException Failed(TocEntry entry, PostgresException exception)
    {
        if (exception.SqlState == PostgresErrorCodes.DiskFull)
            return new CiAnonException(DiagnosticCodes.DiskFull, "the sandbox's disk is full: give --work-dir on a larger disk");
        var hints = _skipped.Count > 0 ? [WhatIsMissing] : new List<string>();
        // What an extension brings isn't missed for want of an older server.
        var advice = _skipped.Count > 0 ? OtherMajor.AdviceIfNewer(dump.Header, sandbox.Binaries.Major) : OtherMajor.Advice(dump.Header, sandbox.Binaries.Major);
        if (advice is not null) hints.Add(advice);
        var because = hints.Count > 0 ? $" ({string.Join("; ", hints)})" : "";
        return new CiAnonException(DiagnosticCodes.SchemaEntryFailed,
            $"{entry.FullName} can't be restored in the sandbox: {exception.MessageText} ({exception.SqlState}){because}");
    }
}
