using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>What a source's definitions take for granted of the target's server, told before a row is read.</summary>
/// <param name="leftOut">What isn't made there.</param>
internal sealed class TargetNeeds(TargetServer server, LeftOutEntries leftOut)
{
    /// <exception cref="CiAnonException">CIANON4063: an extension isn't available there, or a role that a policy or a user mapping is for isn't.</exception>
    public void Require(IReadOnlyList<TocEntry> archive)
    {
        var made = archive.Where(entry => !leftOut.Contains(entry)).ToList();
        var roles = Lacking("SELECT rolname::text FROM pg_catalog.pg_roles", made.SelectMany(NamedRoles.InDefinition));
        Refuse(
        [
            .. Lacking("SELECT name::text FROM pg_catalog.pg_available_extensions", Extensions(made)).Select(name => $"the extension {name}"),
            .. roles.Select(role => $"the role {role}, for which there is {string.Join(", ", made.Where(entry => NamedRoles.InDefinition(entry).Contains(role)).Select(entry => entry.FullName))}"),
        ]);
    }

    /// <summary>Whether its role may create the source's extensions, which a server decides by more than what its catalog says, is tried where no row is: in the new database.</summary>
    /// <exception cref="CiAnonException">CIANON4063: it may not.</exception>
    public void RequireCreatable(IReadOnlyList<TocEntry> archive) => LiveErrors.Guard(server.Address, "try the extensions", () =>
    {
        using var connection = LiveConnection.Open(server.Address, readOnly: false, server.New);
        LiveConnection.Execute(connection, "BEGIN; SET LOCAL search_path = public");
        Refuse([.. Extensions(archive).Where(name => !MayCreate(connection, name)).Select(name => $"the extension {name}, which its role may not create")]);
        LiveConnection.Execute(connection, "ROLLBACK");
    });

    /// <summary>Tablespaces that the server lacks, or in which its role may not create anything.</summary>
    public IReadOnlyList<string> MissingTablespaces(IReadOnlyList<TocEntry> archive) =>
        Lacking("SELECT spcname::text FROM pg_catalog.pg_tablespace WHERE pg_catalog.has_tablespace_privilege(oid, 'CREATE')", archive.Select(entry => entry.Tablespace).OfType<string>().Where(name => name.Length > 0));

    private static IEnumerable<string> Extensions(IEnumerable<TocEntry> archive) => archive.Where(entry => entry.Desc == "EXTENSION").Select(entry => entry.Tag);

    private static bool MayCreate(NpgsqlConnection connection, string name)
    {
        LiveConnection.Execute(connection, "SAVEPOINT extension");
        try
        {
            LiveConnection.Execute(connection, $"CREATE EXTENSION IF NOT EXISTS {Sql.Identifier(name)} CASCADE");
            return true;
        }
        catch (PostgresException refused) when (connection.State == System.Data.ConnectionState.Open)
        {
            LiveConnection.Execute(connection, "ROLLBACK TO extension");
            // Whatever else is in the way of it alone may not be when it is its turn.
            return refused.SqlState != PostgresErrorCodes.InsufficientPrivilege;
        }
    }

    private List<string> Lacking(string known, IEnumerable<string> names)
    {
        var needed = names.Distinct().Order(StringComparer.Ordinal).ToList();
        return needed.Count == 0 ? [] : [.. needed.Except(server.Ask("look for what the source needs", connection => LiveConnection.Query(connection, known, row => row.GetString(0))))];
    }

    private void Refuse(List<string> lacking)
    {
        if (lacking.Count > 0) throw new CiAnonException(DiagnosticCodes.TargetLacks, $"{server.Address.Variable}: {string.Join("; ", lacking)}. {DiagnosticCodes.TargetLacks.Help}");
    }
}
