using System.Buffers;

namespace CiAnon.Dumps.Scripts;

/// <summary>Finds where a statement ends, as psql does. Counterpart: psqlscan.l.</summary>
internal sealed class StatementLexer(ScriptWindow window)
{
    private const int LongestTag = 256;

    private static readonly SearchValues<byte> Names = SearchValues.Create(
        [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789$"u8, .. Enumerable.Range(128, 128).Select(value => (byte)value)]);

    // Words that say whether semicolons are within the body of a function; psql looks at the first four, by their first letters.
    private readonly char[] _first = new char[4];
    private int _words;
    private int _parentheses;
    private int _bodies;

    /// <summary>Off: backslashes escape in every literal.</summary>
    public bool HasStandardStrings { get; set; } = true;

    /// <summary>From the cursor to behind the semicolon.</summary>
    public void Skip()
    {
        (_words, _parentheses, _bodies) = (0, 0, 0);
        Array.Clear(_first);
        while (true)
        {
            switch (window.Peek())
            {
                case < 0: throw window.Truncated("a statement");
                case 0: throw window.Corrupt("a statement holds a byte that is zero");
                case '\'': SkipLiteral(hasEscapes: !HasStandardStrings); break;
                case '"': SkipQuoted(); break;
                case '$': SkipDollars(); break;
                case '-' when window.Peek(1) == '-': window.SkipLine(); break;
                case '/' when window.Peek(1) == '*': SkipComment(); break;
                case '\\': throw ScriptErrors.Command(window);
                case '(': Step(ref _parentheses, 1); break;
                case ')': Step(ref _parentheses, -1); break;
                case ';':
                    window.Advance(1);
                    if (_parentheses == 0 && _bodies == 0) return;
                    break;
                case var next when IsNameStart(next): SkipWord(); break;
                default: window.Advance(1); break;
            }
        }
    }

    /// <summary>A comment of C's kind, which may hold others.</summary>
    public void SkipComment()
    {
        window.Advance(2);
        for (var depth = 1; depth > 0;)
        {
            switch (window.Peek())
            {
                case < 0: throw window.Truncated("a comment");
                case '*' when window.Peek(1) == '/': Leave(ref depth, -1); break;
                case '/' when window.Peek(1) == '*': Leave(ref depth, 1); break;
                default: window.Advance(1); break;
            }
        }

        void Leave(ref int depth, int by)
        {
            depth += by;
            window.Advance(2);
        }
    }

    private static bool IsNameStart(int next) => next is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or >= 128;

    private void Step(ref int depth, int by)
    {
        depth = Math.Max(0, depth + by);
        window.Advance(1);
    }

    private void SkipWord()
    {
        Span<byte> word = stackalloc byte[16];
        var length = 0;
        for (var next = window.Peek(); next >= 0 && Names.Contains((byte)next); next = window.Peek())
        {
            if (length < word.Length) word[length] = (byte)(next | 0x20);
            length++;
            window.Advance(1);
        }
        word = word[..Math.Min(length, word.Length)];
        if (length == 1 && word[0] == 'e' && window.Peek() == '\'') SkipLiteral(hasEscapes: true);
        Count(word);
    }

    private void Count(ReadOnlySpan<byte> word)
    {
        if (_words < _first.Length && IsOneOf(word)) _first[_words] = (char)word[0];
        _words++;
        var isRoutine = _first[0] == 'c' && (_first[1] is 'f' or 'p' || (_first[1] == 'o' && _first[2] == 'r' && _first[3] is 'f' or 'p'));
        if (!isRoutine || _parentheses > 0) return;
        if (word.SequenceEqual("begin"u8) || (_bodies > 0 && word.SequenceEqual("case"u8))) _bodies++;
        else if (_bodies > 0 && word.SequenceEqual("end"u8)) _bodies--;
    }

    private static bool IsOneOf(ReadOnlySpan<byte> word) => word.SequenceEqual("create"u8) || word.SequenceEqual("or"u8)
        || word.SequenceEqual("replace"u8) || word.SequenceEqual("function"u8) || word.SequenceEqual("procedure"u8);

    private void SkipLiteral(bool hasEscapes)
    {
        window.Advance(1);
        while (true)
        {
            var rest = window.Rest;
            if (rest.IsEmpty) throw window.Truncated("a literal");
            var found = hasEscapes ? rest.IndexOfAny((byte)'\'', (byte)'\\') : rest.IndexOf((byte)'\'');
            if (found < 0)
            {
                window.Advance(rest.Length);
                continue;
            }
            var isQuote = rest[found] == '\'';
            window.Advance(found + 1);
            if (isQuote && window.Peek() != '\'') return;
            if (window.Peek() < 0) throw window.Truncated("a literal");
            window.Advance(1);
        }
    }

    private void SkipQuoted()
    {
        window.Advance(1);
        if (!window.SkipBehind("\""u8)) throw window.Truncated("a name");
    }

    // $1 is a parameter, $$ and $body$ begin a literal.
    private void SkipDollars()
    {
        var length = 1;
        for (var next = window.Peek(length); next != '$'; next = window.Peek(++length))
        {
            if (next >= 0 && (length == 1 ? IsNameStart(next) : Names.Contains((byte)next))) continue;
            window.Advance(1);
            return;
        }
        if (length > LongestTag) throw window.Corrupt("the mark of a literal is too long");
        Span<byte> tag = stackalloc byte[length + 1];
        for (var i = 0; i < tag.Length; i++) tag[i] = (byte)window.Peek(i);
        window.Advance(tag.Length);
        if (!window.SkipBehind(tag)) throw window.Truncated("a literal");
    }
}
