using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Lent;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>A place for the databases of one run, gone with it: a PostgreSQL of our own, or databases on a server that CI lends for a job.</summary>
public abstract class Sandbox : IDisposable
{
    /// <summary>Of the server, such as 15.</summary>
    public abstract int Major { get; }

    /// <summary>The programs of the server; null of a lent one.</summary>
    public virtual PostgresBinaries? Binaries => null;

    /// <summary>The private folder, mode 0700.</summary>
    public abstract string Directory { get; }

    /// <summary>Whether that many bytes of tables, with what proves them, fit where the cluster lies.</summary>
    public virtual bool HasRoomFor(long bytes) => true;

    /// <summary>As the server itself says, such as <c>15.18 (Debian 15.18-0+deb12u1)</c>.</summary>
    public string ServerVersion { get; protected set; } = "";

    /// <summary>What <see cref="Dispose()"/> could not remove, or null; to be told to the user.</summary>
    public Diagnostic? CleanUpFailure { get; protected set; }

    /// <summary>How a template is copied, in words of CREATE DATABASE; empty where the server decides.</summary>
    protected virtual string CopyStrategy => "";

    /// <summary>The database that others are created from.</summary>
    protected virtual string Maintenance => "postgres";

    /// <summary>Removes what dead runs left, then makes and starts a cluster, about half a second; or looks at the lent server.</summary>
    /// <exception cref="CiAnonException">No usable PostgreSQL, no place, no permission, or PostgreSQL's own refusal.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static Sandbox Start(SandboxOptions options, CancellationToken ct) =>
        options.Lent is { } address ? LentSandbox.Open(address, options, ct) : OwnSandbox.Start(options, ct);

    /// <summary>Creates an empty database with C collation and, where the encoding allows, Unicode character classes.</summary>
    /// <param name="name">Unquoted.</param>
    /// <param name="encoding">As in pg_dump's archives: <c>UTF8</c>, <c>LATIN1</c>, <c>SQL_ASCII</c>…</param>
    public virtual void CreateDatabase(string name, string encoding)
    {
        using var connection = Connect(Maintenance);
        var character = encoding is "UTF8" or "UNICODE" ? UnicodeCharacterType(connection) : "C";
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {Sql.Identifier(Physical(name))} ENCODING {Sql.Literal(encoding)} "
            + $"LC_COLLATE 'C' LC_CTYPE '{character}' TEMPLATE template0 {CopyStrategy}";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException refusal) when (refusal.SqlState is PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.WrongObjectType)
        {
            throw new CiAnonException(
                DiagnosticCodes.EncodingUnknown, $"PostgreSQL {ServerVersion} can't have a database of encoding {encoding}. {DiagnosticCodes.EncodingUnknown.Help}");
        }
        catch (PostgresException refusal)
        {
            throw SandboxErrors.From(refusal, $"create a database of encoding {encoding}");
        }
    }

    /// <summary>
    /// An open connection as superuser: no timeout, a write buffer for COPY.
    /// SQL travels as UTF-8; rows in the dump's encoding by <c>COPY … (ENCODING …)</c>.
    /// </summary>
    /// <param name="database">Unquoted.</param>
    public abstract NpgsqlConnection Connect(string database);

    /// <summary>For programs other than us.</summary>
    /// <param name="database">Unquoted.</param>
    public abstract SandboxAddress Address(string database);

    /// <summary>What lies there goes when we die before <see cref="KeepAll"/>: nobody has proven it. A lent server has nobody to see to that.</summary>
    /// <param name="path">In full; nothing need lie there yet.</param>
    public virtual void RemoveWithUs(string path)
    {
    }

    /// <summary>What <see cref="RemoveWithUs"/> was told of is proven.</summary>
    public virtual void KeepAll()
    {
    }

    /// <summary>A role was created for the run: it goes with it.</summary>
    public virtual void RoleCreated(string name)
    {
    }

    /// <summary>Makes every blocked call fail within a second. Any thread, any time, any number of times.</summary>
    public abstract void Kill();

    /// <summary>Removes what is of the run; see <see cref="CleanUpFailure"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>The name that a database has on the server.</summary>
    protected virtual string Physical(string database) => database;

    private static string UnicodeCharacterType(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM pg_collation WHERE collname IN ('C.utf8', 'C.UTF-8') AND collprovider = 'c'";
        return command.ExecuteScalar() is not null ? "C.UTF-8" : "C";
    }
}
