namespace CiAnon.Stages.Selection;

/// <summary>Numbers in pieces of half a megabyte: a list of any length that is never copied while it grows.</summary>
internal sealed class LongList
{
    private const int PieceBits = 16;
    private const int PieceMask = (1 << PieceBits) - 1;

    private readonly List<ulong[]> _pieces = [];

    public int Count { get; private set; }

    public ulong this[int index] => _pieces[index >> PieceBits][index & PieceMask];

    public void Clear()
    {
        _pieces.Clear();
        Count = 0;
    }

    public void Add(ulong number)
    {
        if (Count == int.MaxValue) throw new InvalidDataException("it has more than 2 147 483 647 rows");
        if ((Count & PieceMask) == 0) _pieces.Add(new ulong[1 << PieceBits]);
        _pieces[Count >> PieceBits][Count & PieceMask] = number;
        Count++;
    }
}
