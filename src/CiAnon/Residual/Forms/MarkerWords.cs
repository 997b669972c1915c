using System.Runtime.CompilerServices;
using System.Text;

namespace CiAnon.Residual.Forms;

/// <summary>Words for the signs of an address, as people write them who hide it from programs.</summary>
internal static class MarkerWords
{
    private const int SlotBits = 8;
    private const int MostHead = 8;

    private static readonly (Marker Marker, string Words)[] Words =
    [
        (Marker.At, "at arroba arobase arrobase chiocciola malpa klammeraffe apenstaartje"),
        (Marker.Dot, "dot punkt point punto ponto punt kropka"),
        (Marker.Joint, "dash minus hyphen underscore bindestrich unterstrich tiret guion trattino"),
    ];

    private static readonly (Marker Marker, byte[] Word)[] All =
        [.. Words.SelectMany(words => words.Words.Split(' ').Select(word => (words.Marker, Encoding.ASCII.GetBytes(word))))];

    private static readonly ulong Factor = FindFactor();
    private static readonly (ulong Head, int Index)[] Slots = Fill(Factor)!;

    /// <summary>1 when the word begins like one of them, without a branch.</summary>
    /// <param name="key">Its first eight bytes, and what follows when it has fewer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int May(ulong key, int length)
    {
        var head = Head(key, length);
        return Slots[(int)((head * Factor) >> (64 - SlotBits))].Head == head ? 1 : 0;
    }

    public static Marker Of(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty) return Marker.None;
        var head = Head(PrefixFilter.KeyOf(word), word.Length);
        var slot = Slots[(int)((head * Factor) >> (64 - SlotBits))];
        if (slot.Head != head) return Marker.None;
        var (marker, known) = All[slot.Index];
        return word.SequenceEqual(known) ? marker : Marker.None;
    }

    // Shifted to the top, what follows the word is gone.
    private static ulong Head(ulong key, int length) => key << (8 * (MostHead - Math.Min(length, MostHead)));

    // The words are ours: one of the first few odd numbers keeps them apart.
    private static ulong FindFactor()
    {
        var factor = 0x9e3779b97f4a7c15;
        while (Fill(factor) is null) factor += 0x2545f4914f6cdd1e;
        return factor;
    }

    private static (ulong Head, int Index)[]? Fill(ulong factor)
    {
        var slots = new (ulong Head, int Index)[1 << SlotBits];
        for (var i = 0; i < All.Length; i++)
        {
            var head = Head(PrefixFilter.KeyOf(All[i].Word), All[i].Word.Length);
            ref var slot = ref slots[(int)((head * factor) >> (64 - SlotBits))];
            if (slot.Head != 0) return null;
            slot = (head, i);
        }
        return slots;
    }
}
