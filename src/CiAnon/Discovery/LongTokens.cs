namespace CiAnon.Discovery;

/// <summary>Walks over unbroken runs of at least twenty letters, digits, points, dashes and underscores; shorter ones cost next to nothing.</summary>
internal ref struct LongTokens(ReadOnlySpan<byte> text)
{
    public const int Shortest = 20;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position = Shortest - 1;

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where the current one begins.</summary>
    public int Start { get; private set; }

    public bool Next()
    {
        // A run of twenty covers every twentieth byte.
        for (; _position < _text.Length; _position += Shortest)
        {
            if (!IsToken(_text[_position])) continue;
            var start = _position;
            while (start > 0 && IsToken(_text[start - 1])) start--;
            var end = _position + 1;
            while (end < _text.Length && IsToken(_text[end])) end++;
            if (end - start < Shortest) continue;
            Current = _text[start..end];
            Start = start;
            _position = end + Shortest - 1;
            return true;
        }
        return false;
    }

    private static bool IsToken(byte one) => Bytes.IsAlphanumeric(one) || one is (byte)'_' or (byte)'-' or (byte)'.';
}
