using System.Text;

namespace CiAnon.Dumps.Scripts;

/// <summary>What settings of a script say of what follows: how literals are written, and where items lie that don't say so themselves.</summary>
internal sealed class ScriptSettings(ScriptWindow window, StatementLexer lexer, ScriptContents contents)
{
    private byte[]? _tablespace;
    private byte[]? _tableAm;

    /// <summary>Reads a statement; whether it ends the item before it, as it is about what comes next.</summary>
    public bool Read(string text)
    {
        if (ScriptStatements.Setting().Match(text) is not { Success: true } match) return false;
        var value = match.Groups["value"].Value;
        switch (match.Groups["name"].Value.ToLowerInvariant())
        {
            case "client_encoding":
                if (contents.Encoding is { } other && !other.Equals(value, StringComparison.OrdinalIgnoreCase)) throw window.Corrupt("the encoding changes");
                contents.Encoding = value;
                return false;
            case "standard_conforming_strings":
                lexer.HasStandardStrings = value is not ("off" or "false" or "0");
                contents.HasStandardStrings = lexer.HasStandardStrings;
                return false;
            case "default_tablespace":
                _tablespace = Encoding.Latin1.GetBytes(Unquoted(value));
                return true;
            case "default_table_access_method":
                _tableAm = Encoding.Latin1.GetBytes(Unquoted(value));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The item that a comment of pg_dump's announces.</summary>
    public ScriptItem Announced(ScriptHeader header, long start) => new()
    {
        Tag = header.Name,
        Desc = header.Type,
        Schema = header.Schema,
        Owner = header.Owner,
        Tablespace = header.Tablespace ?? _tablespace,
        TableAm = header.Type is "TABLE" or "MATERIALIZED VIEW" ? _tableAm : null,
        HasHeader = true,
        Start = start,
    };

    /// <summary>The item that a statement is by itself.</summary>
    /// <param name="name">As SQL writes it.</param>
    public ScriptItem Unannounced(string desc, string name, long start)
    {
        var position = 0;
        var parts = Catalogs.Sql.ParseName(name, ref position) ?? [name];
        return new ScriptItem
        {
            Desc = desc,
            Tag = Encoding.Latin1.GetBytes(parts[^1]),
            Schema = Encoding.Latin1.GetBytes(parts.Count > 1 ? parts[^2] : "public"),
            Tablespace = _tablespace,
            TableAm = desc == "TABLE" ? _tableAm : null,
            Start = start,
        };
    }

    private static string Unquoted(string name) => name is ['"', .., '"'] ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
}
