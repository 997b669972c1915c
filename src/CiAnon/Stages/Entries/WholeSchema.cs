using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Contents;
using CiAnon.Policies;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>
/// Brings into the sandbox what otherwise stays in the artefact's table of contents only: owners, grants, policies, comments.
/// Needed when pg_dump is to write the artefact from the sandbox.
/// </summary>
internal sealed partial class WholeSchema(RunState run)
{
    // They belong to the cluster, not to the database, or say how to read the archive.
    private static readonly HashSet<string> Elsewhere =
        ["DATABASE", "DATABASE PROPERTIES", "TABLESPACE", "ENCODING", "STDSTRINGS", "SEARCHPATH", "<Init>"];

    private static readonly HashSet<string> Data =
        ["TABLE DATA", "SEQUENCE SET", "MATERIALIZED VIEW DATA", "BLOB", "BLOBS", "BLOB COMMENTS", "BLOB METADATA", "LARGE OBJECT", "STATISTICS DATA"];

    /// <exception cref="CiAnonException">CIANON4104: something of the dump would be missing in the artefact.</exception>
    public static void RequireWhole(RunState run)
    {
        if (run.Schema.Source.Dump is not null) throw Lost("the schema", "it lies beside the dump");
        if (run.Schema.Skipped.Count > 0)
        {
            var skipped = run.Schema.Skipped[0];
            throw Lost(skipped.Entry, skipped.Reason);
        }
        if (run.Dump.Script is { Contents.Sessions.Count: > 0 }) throw Lost("the owners of objects", "the script says by sessions whose they are; dump without --use-set-session-authorization, or declare rows");
        // The sandbox has neither.
        if (run.Dump.Toc.FirstOrDefault(entry => !string.IsNullOrEmpty(entry.Tablespace)) is { } placed)
            throw Lost($"the tablespace of {placed.FullName}", "dump with --no-tablespaces, or declare rows");
        if (run.Dump.Toc.FirstOrDefault(entry => entry.TableAm is not (null or "" or "heap")) is { } stored)
            throw Lost($"the access method of {stored.FullName}", "dump with --no-table-access-method, or declare rows");
        if (run.Policy.LargeObjects == LargeObjectMode.Keep && run.Dump.Toc.FirstOrDefault(entry => entry.IsLargeObjects) is { } objects)
            throw Lost(objects.FullName, "large objects don't go through the sandbox; drop them, or declare rows");
    }

    public void Complete(CancellationToken cancellation)
    {
        using var executor = new EntryExecutor(run.Dump, run.Sandbox, run.Schema.Database);
        var rest = run.Dump.Toc.Where(entry => !EntryRoles.IsForSandbox(entry) && !Data.Contains(entry.Desc) && !Elsewhere.Contains(entry.Desc)
            && !string.IsNullOrEmpty(entry.Defn)).ToList();
        CreateRoles(executor, rest);
        // Owners first, as pg_restore does it: grants are given by them.
        foreach (var statement in run.Dump.Toc.Select(OwnerStatement).OfType<string>()) executor.Run("set the owner of an object", statement);
        foreach (var entry in rest)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                executor.Execute(entry);
            }
            catch (PostgresException exception)
            {
                throw Lost(entry.FullName, Redaction.Describe(exception));
            }
        }
    }

    private static CiAnonException Lost(string entry, string reason) =>
        new(DiagnosticCodes.EntryWouldBeLost, $"{entry} can't be in the sandbox, and pg_dump couldn't write it to the artefact: {reason}");

    // A grant to a role that isn't there fails; a name too many harms nobody, as a dump holds no roles.
    private static void CreateRoles(EntryExecutor executor, List<TocEntry> entries)
    {
        foreach (var role in entries.SelectMany(entry => Grantees().Matches(entry.Defn!).SelectMany(match => match.Groups["role"].Captures).Select(capture => capture.Value)).Distinct())
        {
            var position = 0;
            if (Sql.ParseName(role, ref position) is not [var name] || name.StartsWith("pg_", StringComparison.Ordinal)) continue;
            executor.Execute($"create role {name}", $"""
                DO $role$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {Sql.Literal(name)}) THEN
                        CREATE ROLE {Sql.Identifier(name)} NOLOGIN;
                    END IF;
                EXCEPTION WHEN reserved_name THEN NULL;
                END $role$
                """);
        }
    }

    // As _getObjectDescription of pg_backup_archiver.c: what can be owned is what its own DROP names.
    private static string? OwnerStatement(TocEntry entry)
    {
        if (string.IsNullOrEmpty(entry.Owner) || !EntryRoles.IsForSandbox(entry)) return null;
        var drop = OwnedDrop().Match(entry.DropStmt ?? "");
        return drop.Success ? $"ALTER {drop.Groups["object"].Value} OWNER TO {Sql.Identifier(entry.Owner)}" : null;
    }

    [GeneratedRegex("""
        ^DROP (?<object>(TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|SEQUENCE|TYPE|DOMAIN|SCHEMA|FUNCTION|PROCEDURE|AGGREGATE|OPERATOR|OPERATOR CLASS|OPERATOR FAMILY|COLLATION|CONVERSION|STATISTICS|TEXT SEARCH DICTIONARY|TEXT SEARCH CONFIGURATION|FOREIGN DATA WRAPPER|SERVER) .+);\s*$
        """, RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnedDrop();

    [GeneratedRegex("""\b(TO|FROM|ROLE|AUTHORIZATION) (?<role>"([^"]|"")+"|[a-z_][a-z0-9_$]*)(, (?<role>"([^"]|"")+"|[a-z_][a-z0-9_$]*))*""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grantees();
}
