namespace CiAnon.Recognition.Numbers;

/// <summary>
/// How a number is written: 9 is a digit, A an upper-case letter, a a letter, * a digit or letter; everything else stands for itself.
/// A question mark in front: so written it needs a context.
/// </summary>
internal sealed class NumberLayout
{
    private readonly byte[] _pattern;
    private readonly bool _hasSpaces;

    public NumberLayout(string pattern)
    {
        NeedsContext = pattern[0] == '?';
        _pattern = [.. pattern.TrimStart('?').Select(one => (byte)one)];
        _hasSpaces = _pattern.Contains((byte)' ');
        Characters = _pattern.Count(one => one is (byte)'9' or (byte)'A' or (byte)'a' or (byte)'*');
        Pattern = pattern.TrimStart('?');
    }

    public string Pattern { get; }

    public bool NeedsContext { get; }

    /// <summary>Digits and letters, separators aside.</summary>
    public int Characters { get; }

    /// <summary>Whether so many letters, so many digits, and then this, may be its beginning.</summary>
    public bool CanStart(int letters, int digits, BehindDigits behind)
    {
        for (var i = 0; i < letters; i++)
        {
            if (i >= _pattern.Length || _pattern[i] is not ((byte)'A' or (byte)'a' or (byte)'*')) return false;
        }
        var position = letters;
        var run = 0;
        while (position < _pattern.Length && run < digits && _pattern[position] is (byte)'9' or (byte)'*')
        {
            run++;
            position++;
        }
        return run == digits && GoesOn(position, behind);
    }

    private bool GoesOn(int position, BehindDigits behind)
    {
        if (position == _pattern.Length) return behind is not (BehindDigits.Letter or BehindDigits.Word);
        return _pattern[position] switch
        {
            (byte)'9' => false,
            (byte)'A' or (byte)'a' or (byte)'*' => behind == BehindDigits.Letter,
            var literal => behind == NumberWords.ClassOf(literal),
        };
    }

    /// <summary>Where a number of this shape ends, its characters in upper case into <paramref name="compact"/>; 0 when there is none.</summary>
    public int Fit(ReadOnlySpan<byte> text, int start, Span<byte> compact)
    {
        if (text.Length - start < _pattern.Length) return 0;
        var length = 0;
        for (var i = 0; i < _pattern.Length; i++)
        {
            var one = text[start + i];
            var fits = _pattern[i] switch
            {
                (byte)'9' => Bytes.IsDigit(one),
                (byte)'A' => Bytes.IsUpper(one),
                (byte)'a' => Bytes.IsLetter(one),
                (byte)'*' => Bytes.IsAlphanumeric(one),
                var literal => literal == one,
            };
            if (!fits) return 0;
            if (_pattern[i] is (byte)'9' or (byte)'A' or (byte)'a' or (byte)'*') compact[length++] = Bytes.Upper(one);
        }
        var end = start + _pattern.Length;
        return Bytes.StartsNumber(text, start) && Bytes.EndsNumber(text, end) && !IsPartOfLonger(text, start, end) ? end : 0;
    }

    // "123 456 789 012" holds no "123 456 789".
    private bool IsPartOfLonger(ReadOnlySpan<byte> text, int start, int end) => _hasSpaces
        && (end + 1 < text.Length && text[end] == ' ' && Bytes.IsDigit(text[end + 1]) || start > 1 && text[start - 1] == ' ' && Bytes.IsDigit(text[start - 2]));
}
