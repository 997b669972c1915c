using CiAnon.Catalogs.Ddl;

namespace CiAnon.Recognition.Definitions;

/// <summary>Finds where secrets stand in an SQL text: in its strings, in the strings in its strings, in the bodies of its functions.</summary>
internal sealed class SqlSecrets
{
    // Deeper than anybody writes; a text that is made to be deeper must not exhaust the stack.
    private const int Deepest = 16;

    private readonly string _sql;
    private readonly int _depth;
    private readonly List<(int Start, int End)> _found = [];

    private SqlSecrets(string sql, int depth) => (_sql, _depth) = (sql, depth);

    /// <summary>Without quotation marks, in the text's order; none overlaps another.</summary>
    public static IReadOnlyList<(int Start, int End)> Find(string sql) => Find(sql, isProse: false, depth: 0);

    // What a string holds may be SQL or a sentence with an apostrophe: it is read as both.
    private static IReadOnlyList<(int Start, int End)> Find(string sql, bool isProse, int depth)
    {
        if (!SecretNames.AreIn(sql)) return [];
        var search = new SqlSecrets(sql, depth);
        search.Search();
        if (isProse) search._found.AddRange(QuotedSecrets.Find(sql, 0, sql.Length));
        return Spans.Merge(search._found);
    }

    private void Search()
    {
        var unread = 0;
        var tokens = Tokens();
        var chained = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Text) continue;
            var literal = SqlLiteral.Read(_sql, token);
            if (i <= chained || Assignment.IsToSecret(tokens, i) || SecretArguments.IsSecret(tokens, i))
            {
                chained = EndOfChain(tokens, i);
                if (!Placeholder.Is(literal.Content)) _found.Add(Bare(literal));
            }
            else if (_depth == Deepest) continue;
            else if (literal.IsDollarQuoted && !IsCode(tokens))
            {
                _found.AddRange(DoubleQuotedSecrets.Find(literal.Content).Select(literal.Written));
                continue;
            }
            else SearchInside(literal);
            _found.AddRange(QuotedSecrets.Find(_sql, unread, token.Start));
            unread = token.End;
        }
        _found.AddRange(QuotedSecrets.Find(_sql, unread, _sql.Length));
    }

    private void SearchInside(SqlLiteral literal)
    {
        _found.AddRange(Find(literal.Content, isProse: !literal.IsDollarQuoted, _depth + 1).Select(literal.Written));
        if (literal.IsDollarQuoted) return;
        _found.AddRange(ConnectionPairs.Find(literal.Content).Select(literal.Written));
        _found.AddRange(DoubleQuotedSecrets.Find(literal.Content).Select(literal.Written));
    }

    // A string of JSON stays one without what is between its marks.
    private static (int Start, int End) Bare(SqlLiteral literal) => literal.Content is ['"', _, .., '"'] json
        ? literal.Written((1, json.Length - 1))
        : (literal.Start, literal.End);

    // What can't be read as SQL has no strings that could be told: it is all searched like a comment.
    private List<Token> Tokens()
    {
        try
        {
            return Tokenizer.Read(new DdlEntry("", null, "", _sql), plainEscapes: false);
        }
        catch (DdlException)
        {
            return [];
        }
    }

    // 'one' || variable || 'two', and 'one' 'two' on two lines, are one value.
    private static int EndOfChain(List<Token> tokens, int text)
    {
        while (true)
        {
            if (text + 1 < tokens.Count && tokens[text + 1].Kind == TokenKind.Text) text++;
            else if (text + 3 < tokens.Count && tokens[text + 1].Is("|") && tokens[text + 2].Is("|") && (tokens[text + 3].Kind == TokenKind.Text || tokens[text + 3].IsName)) text += 3;
            else return text;
        }
    }

    private static bool IsCode(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("language")) return tokens[i + 1].Text is "sql" or "plpgsql";
        }
        return true;
    }
}
