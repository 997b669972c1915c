using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>COPY text as raw bytes, in the encoding that the COPY command names, without Npgsql looking at them.</summary>
public static class CopyChannel
{
    /// <summary>A stream for <c>COPY … FROM STDIN</c>. Dispose completes it, and throws the server's error if there is one.</summary>
    /// <exception cref="PostgresException">From Dispose, or from a write: the server refused the rows. Contains row values: see Redaction.</exception>
    public static Stream OpenWrite(NpgsqlConnection connection, string copyFromStdinSql) =>
        ((StreamWriter)connection.BeginTextImport(copyFromStdinSql)).BaseStream;

    /// <summary>A stream of <c>COPY … TO STDOUT</c>; Dispose before its end cancels the rest.</summary>
    public static Stream OpenRead(NpgsqlConnection connection, string copyToStdoutSql) =>
        ((StreamReader)connection.BeginTextExport(copyToStdoutSql)).BaseStream;

    /// <summary>Gives up a stream of <see cref="OpenWrite"/>: none of its rows are stored, the connection stays usable outside a transaction.</summary>
    public static void Abort(Stream write)
    {
        ((NpgsqlRawCopyStream)write).Cancel();
        write.Dispose();
    }
}
