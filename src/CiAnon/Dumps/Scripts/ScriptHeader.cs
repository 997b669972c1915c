namespace CiAnon.Dumps.Scripts;

/// <summary>The comment that pg_dump writes before an entry. Counterpart: _printTocEntry in pg_backup_archiver.c.</summary>
internal sealed record ScriptHeader(byte[] Name, string Type, byte[]? Schema, byte[]? Owner, byte[]? Tablespace)
{
    /// <summary>Null for a line that is something else.</summary>
    public static ScriptHeader? Parse(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("-- "u8)) return null;
        line = line[3..];
        foreach (var prefix in new[] { "Data for "u8.ToArray(), "Statistics for "u8.ToArray() })
        {
            if (line.StartsWith(prefix)) line = line[prefix.Length..];
        }
        if (!line.StartsWith("Name: "u8)) return null;
        line = line[6..];
        // From the end: a name may hold anything, the words behind it don't.
        var tablespace = Take(ref line, "; Tablespace: "u8);
        var owner = Take(ref line, "; Owner: "u8);
        var schema = Take(ref line, "; Schema: "u8);
        var type = Take(ref line, "; Type: "u8);
        return owner is null || schema is null || type is null ? null
            : new ScriptHeader(line.ToArray(), System.Text.Encoding.Latin1.GetString(type), OrNull(schema), OrNull(owner), tablespace);
    }

    private static byte[]? Take(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        var at = line.LastIndexOf(word);
        if (at < 0) return null;
        var value = line[(at + word.Length)..].ToArray();
        line = line[..at];
        return value;
    }

    private static byte[]? OrNull(byte[] value) => value is [(byte)'-'] ? null : value;
}
