using System.Text;
using CiAnon.Catalogs.Ddl;

namespace CiAnon.Recognition.Definitions;

/// <summary>A string of an SQL text, and where each of its characters is written.</summary>
internal sealed class SqlLiteral
{
    private readonly int[]? _places;

    private SqlLiteral(int start, int end, string content, int[]? places) => (Start, End, Content, _places) = (start, end, content, places);

    /// <summary>Where the content begins.</summary>
    public int Start { get; }

    /// <summary>Behind its last character.</summary>
    public int End { get; }

    /// <summary>As it is meant: escapes resolved.</summary>
    public string Content { get; }

    /// <summary>Without escapes: a function's body as pg_dump writes it.</summary>
    public bool IsDollarQuoted => _places is null;

    public static SqlLiteral Read(string sql, Token token)
    {
        var start = token.Start;
        if (sql[start] != '$')
        {
            var escapes = sql[start] is 'E' or 'e';
            if (sql[start] != '\'') start++;
            return Unescape(sql, start + 1, token.End - 1, escapes);
        }
        var tag = sql.IndexOf('$', start + 1) + 1 - start;
        return new SqlLiteral(start + tag, token.End - tag, sql[(start + tag)..(token.End - tag)], places: null);
    }

    /// <summary>Where a piece of the content is written.</summary>
    public (int Start, int End) Written((int Start, int End) piece) =>
        _places is null ? (Start + piece.Start, Start + piece.End) : (_places[piece.Start], _places[piece.End]);

    private static SqlLiteral Unescape(string sql, int start, int end, bool escapes)
    {
        var content = new StringBuilder(end - start);
        var places = new int[end - start + 1];
        for (var at = start; at < end; at++)
        {
            places[content.Length] = at;
            if (sql[at] == '\'' || sql[at] == '\\' && escapes && at + 1 < end) at++;
            content.Append(sql[at]);
        }
        places[content.Length] = end;
        return new SqlLiteral(start, end, content.ToString(), places);
    }
}
