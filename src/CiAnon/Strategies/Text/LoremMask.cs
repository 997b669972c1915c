using System.Numerics;
using System.Runtime.Intrinsics;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Text;

/// <summary>A stretch of <see cref="Lorem"/> that starts at a word chosen by keyed hash and is as long as the value.</summary>
/// <param name="hash">Keyed.</param>
/// <param name="room">Characters at most.</param>
/// <param name="singleByte">Count bytes, because the encoding isn't UTF-8.</param>
internal sealed class LoremMask(SipHash hash, int room, bool singleByte) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var length = Math.Clamp(singleByte ? value.Length : CountCharacters(value), 1, room);
        var word = Draw.Index((ulong)hash.Hash(value), Lorem.WordCount);
        var start = output.Length;
        do
        {
            output.Truncate(start);
            Append(output, Lorem.StartOfWord(word), length);
            word = (word + 1) % Lorem.WordCount;
        }
        while (output.Written[start..].SequenceEqual(value));
    }

    private static void Append(MaskOutput output, int position, int length)
    {
        var text = output.Reserve(length)[..length];
        for (var done = 0; done < length; position = 0)
        {
            var part = Lorem.Text[position..];
            part = part[..Math.Min(part.Length, length - done)];
            part.CopyTo(text[done..]);
            done += part.Length;
        }
        if (text[0] is >= (byte)'a' and <= (byte)'z')
            text[0] -= 0x20;
        output.Advance(CutAtWord(text));
    }

    // A cut word looks odd, but a text of one word may only be cut, lest nothing be left of it.
    private static int CutAtWord(ReadOnlySpan<byte> text)
    {
        var space = text.LastIndexOf((byte)' ');
        return space > 0 && text.Length - space <= Lorem.LongestWord ? space : text.Length;
    }

    // Bytes that don't continue a character; 16 at a time, since notes and bodies are most of the bytes that get masked.
    private static int CountCharacters(ReadOnlySpan<byte> text)
    {
        const sbyte LastContinuation = -65;
        var count = 0;
        for (; text.Length >= Vector128<sbyte>.Count; text = text[Vector128<sbyte>.Count..])
        {
            var starts = Vector128.GreaterThan(Vector128.Create(text).AsSByte(), Vector128.Create(LastContinuation));
            count += BitOperations.PopCount(starts.ExtractMostSignificantBits());
        }
        foreach (var one in text)
            count += (sbyte)one > LastContinuation ? 1 : 0;
        return count;
    }
}
