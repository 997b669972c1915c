using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;

namespace CiAnon.Tables;

/// <summary>The target and column list of a data block: <c>COPY public.customers (id, email) FROM stdin;</c>.</summary>
internal sealed record CopyStatement(string Schema, string Table, IReadOnlyList<string> Columns)
{
    /// <summary>Null when the text isn't a COPY statement as pg_dump writes it.</summary>
    public static CopyStatement? Parse(TocEntry entry)
    {
        const string Verb = "COPY ";
        if (entry.CopyStmt is not { } text || !text.StartsWith(Verb, StringComparison.Ordinal)) return null;
        var position = Verb.Length;
        if (Sql.ParseName(text, ref position) is not { Count: 1 or 2 } name) return null;

        var columns = new List<string>();
        Skip(text, ref position);
        if (position < text.Length && text[position] == '(')
        {
            do
            {
                position++;
                Skip(text, ref position);
                if (Sql.ParseName(text, ref position) is not { Count: 1 } column) return null;
                columns.Add(column[0]);
                Skip(text, ref position);
            }
            while (position < text.Length && text[position] == ',');
            if (position >= text.Length || text[position] != ')') return null;
            position++;
            Skip(text, ref position);
        }
        if (!text.AsSpan(position).StartsWith("FROM stdin", StringComparison.Ordinal)) return null;
        return name.Count == 2 ? new CopyStatement(name[0], name[1], columns) : new CopyStatement(entry.Namespace ?? "public", name[0], columns);
    }

    private static void Skip(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ') position++;
    }
}
