namespace CiAnon.Catalogs.Ddl;

/// <summary>A place in the words of one entry's SQL, and the questions that parsers ask there.</summary>
internal sealed class Cursor(DdlEntry entry, IReadOnlyList<Token> tokens)
{
    private int _at;

    public DdlEntry Entry { get; } = entry;

    public Token Current => Ahead(0);

    public bool AtEnd => _at >= tokens.Count;

    /// <summary>At the end of a statement or of the SQL.</summary>
    public bool AtStatementEnd => AtEnd || Current.Is(";");

    public Token Previous => _at > 0 ? tokens[_at - 1] : default;

    public Token Ahead(int count) => _at + count < tokens.Count ? tokens[_at + count] : default;

    public Token Next()
    {
        if (AtEnd) throw Fail("the SQL ends too early");
        return tokens[_at++];
    }

    public bool Is(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!Ahead(i).Is(words[i])) return false;
        return true;
    }

    /// <summary>Moves behind the words when they come next.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        if (!Is(words)) return false;
        _at += words.Length;
        return true;
    }

    public void Expect(string word)
    {
        if (!Take(word)) throw Fail($"expected {word.ToUpperInvariant()}");
    }

    public string Identifier() => Current.IsName ? Next().Text : throw Fail("expected a name");

    /// <summary>A dotted name.</summary>
    public IReadOnlyList<string> Name()
    {
        var parts = new List<string> { Identifier() };
        while (Take(".")) parts.Add(Identifier());
        return parts;
    }

    /// <summary>A table's or type's name; dumps from before 10.3 leave out the entry's own schema.</summary>
    public (string Schema, string Name) QualifiedName() => Qualify(Name());

    public (string Schema, string Name) Qualify(IReadOnlyList<string> parts) => parts.Count switch
    {
        1 => (Entry.Schema ?? "public", parts[0]),
        2 => (parts[0], parts[1]),
        _ => throw Fail("expected a name of one or two parts"),
    };

    /// <summary>Names in parentheses, with whatever follows each of them skipped.</summary>
    public IReadOnlyList<string> NamesInParentheses()
    {
        var names = new List<string>();
        Expect("(");
        do
        {
            // Since 18: FOREIGN KEY (room, PERIOD during), and a column may be called period.
            if (Is("period") && Ahead(1).IsName && !Ahead(1).Is("without")) Next();
            names.Add(Identifier());
            while (!Is(",") && !Is(")")) Skip();
        }
        while (Take(","));
        Expect(")");
        return names;
    }

    /// <summary>Moves behind the next word, or behind the whole parentheses that begin here.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            var token = Next();
            if (token.Is("(") || token.Is("[")) depth++;
            else if (token.Is(")") || token.Is("]")) depth--;
            if (depth < 0) throw Fail("a parenthesis closes that was never opened");
        }
        while (depth > 0);
    }

    /// <summary>The SQL from a token to where the cursor is.</summary>
    public string TextSince(Token first) => Entry.Definition[first.Start..Previous.End];

    public DdlException Fail(string problem) =>
        new(Entry.FullName, $"{problem}{(AtEnd ? "" : $" at character {Current.Start + 1}")}; this isn't SQL that pg_dump is known to write");
}
