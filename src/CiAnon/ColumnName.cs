using CiAnon.Catalogs;
using CiAnon.Diagnostics;

namespace CiAnon;

/// <summary>A column as somebody names it: table.column, or schema.table.column, quoted as in SQL where needed.</summary>
internal sealed record ColumnName(string Text, IReadOnlyList<string> Table, string Column)
{
    /// <exception cref="CiAnonException">it is no such name.</exception>
    public static ColumnName Parse(string text)
    {
        var position = 0;
        return Sql.ParseName(text, ref position) is { Count: 2 or 3 } parts && position == text.Length
            ? new ColumnName(text, [.. parts.SkipLast(1)], parts[^1])
            : throw new CiAnonException(DiagnosticCodes.Usage, "--column takes table.column or schema.table.column, with double quotes where SQL needs them");
    }

    public string Schema => Table.Count == 2 ? Table[0] : "public";

    public string TableName => Table[^1];

    /// <summary>Whether a policy's entry of that name is the table's.</summary>
    public bool IsOf(string entry)
    {
        var position = 0;
        if (entry == TableName && Schema == "public" || entry == $"{Schema}.{TableName}") return true;
        return Sql.ParseName(entry, ref position) is { Count: 1 or 2 } parts && position == entry.Length
            && parts[^1] == TableName && (parts.Count == 2 ? parts[0] : "public") == Schema;
    }
}
