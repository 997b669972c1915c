using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Sandboxes;

namespace CiAnon.Stages.Entries;

/// <summary>What a dump's entries take for granted and the sandbox may lack: schemas, roles, collations.</summary>
/// <param name="definitions">The dump whose definitions the sandbox gets.</param>
internal sealed partial class Prerequisites(Dump dump, Dump definitions, Sandbox sandbox)
{
    private readonly HashSet<string> _schemas = [.. definitions.Toc.Where(entry => entry.Desc == "SCHEMA").Select(entry => entry.Tag)];

    /// <summary>pg_dump -t leaves out the schema that its tables lie in: whoever restores them has it. False where there is nothing to create.</summary>
    public bool CreateSchema(EntryExecutor executor, string name)
    {
        if (name.StartsWith("pg_", StringComparison.Ordinal) || name == "information_schema" || !_schemas.Add(name)) return false;
        executor.Execute($"create schema {name}", $"CREATE SCHEMA IF NOT EXISTS {Sql.Identifier(name)}");
        return true;
    }

    /// <summary>Owners, without login.</summary>
    public void CreateRoles(EntryExecutor executor)
    {
        var owners = definitions.Toc.Concat(dump.Toc).Select(entry => entry.Owner).OfType<string>()
            .Where(owner => owner.Length > 0 && !owner.StartsWith("pg_", StringComparison.Ordinal)).Distinct();
        var known = executor.Roles();
        foreach (var owner in owners.Where(owner => !known.Contains(owner)))
        {
            sandbox.RoleCreated(owner);
            executor.Execute($"create role {owner}", $"""
                DO $role$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {Sql.Literal(owner)}) THEN
                        CREATE ROLE {Sql.Identifier(owner)} NOLOGIN;
                    END IF;
                END $role$
                """);
        }
    }

    /// <summary>A locale that this machine lacks must not stop the run: order of text decides nothing that we check.</summary>
    public void CreateCollations(EntryExecutor executor)
    {
        var names = definitions.Toc.Where(EntryRoles.IsForSandbox)
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
}
