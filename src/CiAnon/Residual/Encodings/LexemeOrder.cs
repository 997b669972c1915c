namespace CiAnon.Residual.Encodings;

/// <summary>
/// Puts the words of a tsvector, which PostgreSQL sorts by letters, back in the order of the text: <c>'doe':2 'john':1</c>.
/// </summary>
internal sealed class LexemeOrder
{
    private int[] _positions = new int[64];
    private (int Start, int Length)[] _lexemes = new (int, int)[64];
    private int _count;

    /// <summary>The words by position; empty when the vector has no positions.</summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> vector, DecodedLevel level)
    {
        _count = 0;
        var i = 0;
        while (i < vector.Length)
        {
            if (vector[i++] != '\'') continue;
            var start = i;
            while (i < vector.Length && (vector[i] != '\'' || (i + 1 < vector.Length && vector[i + 1] == '\''))) i += vector[i] == '\'' ? 2 : 1;
            i = Positions(vector, i + 1, start, Math.Min(i, vector.Length) - start);
        }
        Array.Sort(_positions, _lexemes, 0, _count);
        return Write(vector, level);
    }

    // A colon, then numbers with a weight's letter, separated by commas.
    private int Positions(ReadOnlySpan<byte> vector, int i, int start, int length)
    {
        if (i >= vector.Length || vector[i] != ':') return i;
        var position = 0;
        for (i++; i <= vector.Length; i++)
        {
            var character = i < vector.Length ? vector[i] : (byte)' ';
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                position = position * 10 + character - '0';
            }
            else if (character is (byte)',' or (byte)' ')
            {
                Add(position, start, length);
                position = 0;
                if (character == ' ') return i;
            }
        }
        return i;
    }

    private void Add(int position, int start, int length)
    {
        if (_count == _positions.Length)
        {
            Array.Resize(ref _positions, _count * 2);
            Array.Resize(ref _lexemes, _count * 2);
        }
        _positions[_count] = position;
        _lexemes[_count++] = (start, length);
    }

    private ReadOnlySpan<byte> Write(ReadOnlySpan<byte> vector, DecodedLevel level)
    {
        var length = 0;
        for (var i = 0; i < _count; i++) length += _lexemes[i].Length + 1;
        var target = level.Room(length);
        var written = 0;
        for (var i = 0; i < _count; i++)
        {
            vector.Slice(_lexemes[i].Start, _lexemes[i].Length).CopyTo(target[written..]);
            written += _lexemes[i].Length;
            target[written++] = (byte)' ';
        }
        return target[..written];
    }
}
