using System.Buffers.Binary;

namespace CiAnon.Verification.Search;

/// <summary>
/// The last values of a column in which nothing was found, byte for byte: what comes again needn't be looked at again. A column that
/// hardly repeats itself gives its room back.
/// </summary>
internal sealed class QuietValues
{
    private const int Slots = 512;
    private const int Longest = 127;
    private const int Room = Longest + 1;

    // Looks after which a column must have shown that it repeats itself.
    private const int Trial = 2048;
    private const int LeastShare = 8;

    // Most tables are too small for it.
    private const int Least = 128;

    private byte[] _bytes = [];
    private double[] _bare = [];
    private double[] _written = [];
    private bool _isOver;
    private int _looks;
    private int _found;

    /// <summary>Whether the value was looked at before, and which matches chance would have given in it.</summary>
    public bool TryFind(ReadOnlySpan<byte> value, out double bare, out double written)
    {
        (bare, written) = (0, 0);
        if (_isOver || value.Length is 0 or > Longest || ++_looks < Least) return false;
        if (_bytes.Length == 0) Begin();
        var slot = SlotOf(value);
        var room = _bytes.AsSpan(slot * Room, Room);
        if (room[0] != value.Length || !room.Slice(1, value.Length).SequenceEqual(value))
        {
            if (_looks >= Trial) Judge();
            return false;
        }
        _found++;
        (bare, written) = (_bare[slot], _written[slot]);
        return true;
    }

    public void Add(ReadOnlySpan<byte> value, double bare, double written)
    {
        if (_bytes.Length == 0 || value.Length is 0 or > Longest) return;
        var slot = SlotOf(value);
        var room = _bytes.AsSpan(slot * Room, Room);
        room[0] = (byte)value.Length;
        value.CopyTo(room[1..]);
        (_bare[slot], _written[slot]) = (bare, written);
    }

    private void Judge()
    {
        _isOver = _found * LeastShare < _looks;
        if (_isOver) (_bytes, _bare, _written) = ([], [], []);
        _looks = Least;
        _found = 0;
    }

    private void Begin()
    {
        _bytes = new byte[Slots * Room];
        _bare = new double[Slots];
        _written = new double[Slots];
    }

    // The ends and the middle tell most values apart; two that share a slot take turns in it.
    private static int SlotOf(ReadOnlySpan<byte> value)
    {
        ulong first, middle, last;
        if (value.Length < sizeof(ulong))
        {
            first = middle = last = 0;
            foreach (var one in value) first = first << 8 | one;
        }
        else
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(value);
            middle = BinaryPrimitives.ReadUInt64LittleEndian(value[((value.Length - sizeof(ulong)) / 2)..]);
            last = BinaryPrimitives.ReadUInt64LittleEndian(value[^sizeof(ulong)..]);
        }
        var mixed = ((first + (ulong)value.Length) * 0x9e3779b97f4a7c15 ^ middle) * 0xbf58476d1ce4e5b9 ^ last;
        return (int)(mixed * 0x94d049bb133111eb >> 55);
    }
}
