namespace CiAnon.Stages.Selection;

/// <summary>
/// Numbers in pieces: a list of any length that is never copied while it grows, with two or four bytes each in pieces whose numbers lie
/// close together, as those of one column of keys do, and eight in others. Zero counts as close to all.
/// </summary>
internal sealed class LongList
{
    private const int PieceBits = 16;
    private const int PieceMask = (1 << PieceBits) - 1;
    private const int Fewest = 16;

    private readonly List<Piece> _pieces = [];
    private ulong[] _open = [];

    public int Count { get; private set; }

    /// <summary>Of the numbers that aren't zero; larger than <see cref="Most"/> where there are none.</summary>
    public ulong Least { get; private set; } = ulong.MaxValue;

    public ulong Most { get; private set; }

    public ulong this[int index] => index >> PieceBits < _pieces.Count ? _pieces[index >> PieceBits][index & PieceMask] : _open[index & PieceMask];

    public void Clear()
    {
        _pieces.Clear();
        _open = [];
        (Count, Least, Most) = (0, ulong.MaxValue, 0);
    }

    public void Add(ulong number)
    {
        if (Count == int.MaxValue) throw new InvalidDataException("it has more than 2 147 483 647 rows");
        var place = Count & PieceMask;
        if (place == _open.Length) Array.Resize(ref _open, Math.Max(Fewest, 2 * place));
        _open[place] = number;
        Count++;
        if (number > 0) (Least, Most) = (Math.Min(Least, number), Math.Max(Most, number));
        if (place == PieceMask) _pieces.Add(new Piece(_open));
    }

    /// <summary>Numbers less one below the least of the piece; zero stays zero.</summary>
    private readonly struct Piece
    {
        private readonly ulong _below;
        private readonly Array _numbers;

        public Piece(ReadOnlySpan<ulong> numbers)
        {
            var (least, most) = (ulong.MaxValue, 1UL);
            foreach (var number in numbers)
                if (number > 0) (least, most) = (Math.Min(least, number), Math.Max(most, number));
            _below = Math.Min(least, most) - 1;
            _numbers = (most - _below) switch
            {
                <= ushort.MaxValue => Less(numbers, static number => (ushort)number),
                <= uint.MaxValue => Less(numbers, static number => (uint)number),
                _ => Less(numbers, static number => number),
            };
        }

        public ulong this[int index] => _numbers switch
        {
            ushort[] two => More(two[index]),
            uint[] four => More(four[index]),
            _ => More(((ulong[])_numbers)[index]),
        };

        private ulong More(ulong number) => number == 0 ? 0 : number + _below;

        private T[] Less<T>(ReadOnlySpan<ulong> numbers, Func<ulong, T> narrow)
        {
            var less = new T[numbers.Length];
            for (var i = 0; i < less.Length; i++) less[i] = narrow(numbers[i] == 0 ? 0 : numbers[i] - _below);
            return less;
        }
    }
}
