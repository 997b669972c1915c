namespace CiAnon.Recognition.Numbers;

/// <summary>Recognizes what has a digit in its first word: numbers, ids, dates, network addresses.</summary>
internal abstract class NumberRecognizer : Recognizer
{
    /// <summary>More letters than this before the first digit: no recognizer's business.</summary>
    public const int MostLetters = 6;

    /// <summary>Longer runs of digits count as this long.</summary>
    public const int MostDigits = 24;

    private ContextWords? _context;

    private ContextWords Context => _context ??= new ContextWords(ContextWords);

    /// <summary>Whether a word may begin one: so many letters, then so many digits, then this. Asked once, when an index is built.</summary>
    public abstract bool CanStart(int letters, int digits, BehindDigits behind);

    /// <summary>The number may follow a point, dash or slash that something else stands before: an address in a URL, a + before it.</summary>
    public virtual bool TakesAnyStart => true;

    /// <summary>Looks at the number that begins at <paramref name="start"/>, the start of a word.</summary>
    public abstract NumberMatch Match(ReadOnlySpan<byte> text, int start);

    public sealed override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        var start = value.IsEmpty ? 0 : WholeStart(value);
        if (start >= value.Length) return false;
        var match = Match(value, start);
        return match.Passed && match.End == value.Length;
    }

    public sealed override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var words = new NumberWords(text);
        while (words.Next())
        {
            var match = Match(text, words.Start);
            if (!match.Passed || match.NeedsContext && !InContext(text, words.Start)) continue;
            count++;
            words.SkipTo(match.End);
        }
        return count;
    }

    /// <summary>A word shortly before the number speaks for the kind.</summary>
    public bool InContext(ReadOnlySpan<byte> text, int start) => Context.StandBefore(text, start);

    /// <summary>The column's name speaks for the kind.</summary>
    public bool InContext(string column) => Context.StandIn(column);

    /// <summary>Where the first word begins when the whole value is one: behind a + or a bracket.</summary>
    protected virtual int WholeStart(ReadOnlySpan<byte> value) => 0;
}
