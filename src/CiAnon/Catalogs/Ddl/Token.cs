namespace CiAnon.Catalogs.Ddl;

/// <summary>One word of SQL.</summary>
/// <param name="Text">Words folded to lower case, quoted names and strings without their quotes, symbols as they are.</param>
/// <param name="Start">Where it begins in the SQL.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    /// <summary>A keyword or symbol, never a quoted name or a string of the same letters.</summary>
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;

    public bool IsName => Kind is TokenKind.Word or TokenKind.QuotedName;
}

internal enum TokenKind
{
    End,
    Word,
    QuotedName,
    Text,
    Number,
    Symbol,
}
