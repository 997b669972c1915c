namespace CiAnon.Recognition.Tokens;

/// <summary>Walks over unbroken runs of at least twenty letters, digits, points, dashes and underscores; shorter ones cost next to nothing.</summary>
internal ref struct LongTokens(ReadOnlySpan<byte> text)
{
    public const int Shortest = 20;

    private static readonly bool[] Token = [.. Enumerable.Range(0, 256).Select(one => Bytes.IsAlphanumeric((byte)one) || (byte)one is (byte)'_' or (byte)'-' or (byte)'.')];

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position = Shortest - 1;

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where the current one begins.</summary>
    public int Start { get; private set; }

    public static bool Any(ReadOnlySpan<byte> text) => new LongTokens(text).Next();

    public bool Next()
    {
        var tokens = Token;
        // A run of twenty covers every twentieth byte.
        for (; _position < _text.Length; _position += Shortest)
        {
            if (!tokens[_text[_position]]) continue;
            var start = _position;
            while (start > 0 && tokens[_text[start - 1]]) start--;
            var end = _position + 1;
            while (end < _text.Length && tokens[_text[end]]) end++;
            if (end - start < Shortest) continue;
            Current = _text[start..end];
            Start = start;
            _position = end + Shortest - 1;
            return true;
        }
        return false;
    }
}
