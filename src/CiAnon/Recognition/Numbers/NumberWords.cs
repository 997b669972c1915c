namespace CiAnon.Recognition.Numbers;

/// <summary>Walks over the words of a text that begin a number: digits, with letters before them or not.</summary>
internal ref struct NumberWords(ReadOnlySpan<byte> text)
{
    private static readonly BehindDigits[] Classes = [.. Enumerable.Range(0, 256).Select(one => ClassOf((byte)one))];

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    /// <summary>The word's first byte.</summary>
    public int Start { get; private set; }

    /// <summary>Letters before the first digit, <see cref="NumberRecognizer.MostLetters"/> at most.</summary>
    public int Letters { get; private set; }

    /// <summary>Digits from the first one on.</summary>
    public int Digits { get; private set; }

    /// <summary>What follows the digits directly.</summary>
    public BehindDigits Behind { get; private set; }

    public static BehindDigits ClassOf(byte one) => one switch
    {
        (byte)' ' => BehindDigits.Space,
        (byte)'-' => BehindDigits.Dash,
        (byte)'.' => BehindDigits.Point,
        (byte)'/' => BehindDigits.Slash,
        (byte)'(' or (byte)')' => BehindDigits.Bracket,
        _ when Bytes.IsLetter(one) => BehindDigits.Letter,
        _ when Bytes.IsWord(one) => BehindDigits.Word,
        _ => BehindDigits.Other,
    };

    /// <summary>Moves to the next word.</summary>
    public bool Next()
    {
        var bytes = _text;
        while (_position < bytes.Length)
        {
            var found = bytes[_position..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (found < 0) break;
            var digit = _position + found;
            var start = digit;
            while (start > _position && digit - start < NumberRecognizer.MostLetters && Bytes.IsLetter(bytes[start - 1])) start--;
            // \n and \t of JSON aren't letters of the word behind them.
            if (start > 0 && start < digit && bytes[start - 1] == '\\') start++;
            var end = digit + 1;
            while (end < bytes.Length && Bytes.IsDigit(bytes[end])) end++;
            Start = start;
            Letters = digit - start;
            Behind = end == bytes.Length || (bytes[end] >= 0x80 && !Bytes.IsWordAt(bytes, end)) ? BehindDigits.Other : Classes[bytes[end]];
            Digits = Math.Min(end - digit, NumberRecognizer.MostDigits);
            while (Bytes.IsWordAt(bytes, end)) end++;
            _position = end;
            if (start == 0 || !Bytes.IsWord(bytes[start - 1]) || Bytes.StartsNumber(bytes, start)) return true;
        }
        _position = bytes.Length;
        return false;
    }

    /// <summary>What lies before <paramref name="end"/> has been recognized.</summary>
    public void SkipTo(int end) => _position = Math.Max(_position, end);
}
