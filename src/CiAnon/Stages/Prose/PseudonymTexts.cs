using System.Buffers.Binary;

namespace CiAnon.Stages.Prose;

/// <summary>The pseudonyms of one table, in the order of its rows. Written by one thread.</summary>
/// <param name="table">Its number, from 0.</param>
internal sealed class PseudonymTexts(int table)
{
    /// <summary>Bytes of the longest pseudonym that is kept.</summary>
    public const int Longest = 512;

    private const int PageBits = 18;
    private const int PageSize = 1 << PageBits;
    private const int TableShift = 40;

    private readonly List<byte[]> _pages = [];
    private int _used = PageSize;

    /// <summary>A number that grows from row to row, and from table to table.</summary>
    public ulong Add(ReadOnlySpan<byte> pseudonym)
    {
        var length = sizeof(ushort) + pseudonym.Length;
        if (PageSize - _used < length)
        {
            _pages.Add(new byte[PageSize]);
            _used = 0;
        }
        var page = _pages[^1].AsSpan(_used);
        BinaryPrimitives.WriteUInt16LittleEndian(page, (ushort)pseudonym.Length);
        pseudonym.CopyTo(page[sizeof(ushort)..]);
        var place = ((ulong)table << TableShift) | ((ulong)(_pages.Count - 1) << PageBits) | (uint)_used;
        _used += length;
        return place;
    }

    public ReadOnlySpan<byte> Read(ulong place)
    {
        var page = _pages[(int)((place & ((1UL << TableShift) - 1)) >> PageBits)].AsSpan((int)(place & (PageSize - 1)));
        return page.Slice(sizeof(ushort), BinaryPrimitives.ReadUInt16LittleEndian(page));
    }

    public static int TableOf(ulong place) => (int)(place >> TableShift);
}
