using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CiAnon.Residual.Words;

/// <summary>
/// A text as words: runs of letters and digits, folded and put end to end, so that any words in a row are one span of bytes and case,
/// spaces and separators are gone. Reused; allocates only to grow.
/// </summary>
internal sealed class WordSplitter
{
    private static readonly byte[] Fold = [.. Enumerable.Range(0, 256).Select(FoldByte)];

    private const int Padding = 16;

    private byte[] _folded = new byte[1024];
    private int[] _starts = new int[512];
    private int[] _positions = new int[512];
    private readonly List<int> _capitals = [];
    private byte[] _text = [];

    public int Count { get; private set; }

    /// <summary>The words end to end; at least eight readable zero bytes follow.</summary>
    public byte[] Folded => _folded;

    /// <summary>Where each word begins in <see cref="Folded"/>; one more entry closes the last.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>Where each word begins in the text that <see cref="Split"/> returned.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Count);

    /// <summary>The eight bytes from there, whatever words they belong to.</summary>
    public ulong KeyAt(int start) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_folded), start));

    /// <summary>Whether a word begins with a capital letter, of any script that has them.</summary>
    /// <param name="text">What <see cref="Split(ReadOnlySpan{byte})"/> returned.</param>
    public bool IsCapitalized(ReadOnlySpan<byte> text, int word) =>
        char.IsAsciiLetterUpper((char)text[_positions[word]]) || _capitals.Count > 0 && _capitals.BinarySearch(_positions[word]) >= 0;

    /// <summary>Whether a word begins with a letter that folding left beyond ASCII: another script's than Latin.</summary>
    public bool IsBeyondLatin(int word) => _folded[_starts[word]] >= 0x80;

    /// <summary>Splits; returns the text that the positions count in: the one given, or, when it isn't ASCII, the folded one.</summary>
    public ReadOnlySpan<byte> Split(ReadOnlySpan<byte> text)
    {
        _capitals.Clear();
        if (!Ascii.IsValid(text))
        {
            if (_text.Length < text.Length * LetterFold.Growth + Padding) _text = new byte[text.Length * LetterFold.Growth * 2 + Padding];
            text = _text.AsSpan(0, LetterFold.Apply(text, _text, _capitals));
        }
        Room(text.Length);
        SplitAscii(text);
        return text;
    }

    /// <summary>The same, for who changes the text.</summary>
    /// <param name="places">Where each byte of the returned text, and its end, stands in the given one; grows. Empty where the two are the same.</param>
    public ReadOnlySpan<byte> Split(ReadOnlySpan<byte> text, ref int[] places, out bool isFolded)
    {
        isFolded = !Ascii.IsValid(text);
        if (!isFolded) return Split(text);
        _capitals.Clear();
        var most = text.Length * LetterFold.Growth + Padding;
        if (_text.Length < most) _text = new byte[most * 2];
        if (places.Length < most) places = new int[most * 2];
        var written = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff);
            if (length < 0) length = text.Length - at;
            text.Slice(at, length).CopyTo(_text.AsSpan(written));
            for (var i = 0; i < length; i++) places[written++] = at++;
            if (at == text.Length) break;
            var end = written + LetterFold.One(text, at, _text.AsSpan(written), out length, out var isCapital);
            if (isCapital) _capitals.Add(written);
            while (written < end) places[written++] = at;
            at += length;
        }
        places[written] = text.Length;
        text = _text.AsSpan(0, written);
        Room(written);
        SplitAscii(text);
        return text;
    }

    private void Room(int length)
    {
        if (_folded.Length >= length + Padding) return;
        _folded = new byte[length * 2 + Padding];
        _starts = new int[length + Padding];
        _positions = new int[length + Padding];
    }

    // Without branches: a word's start is written with every byte and kept by moving on, so nothing is mispredicted at its borders.
    private void SplitAscii(ReadOnlySpan<byte> text)
    {
        ref var fold = ref MemoryMarshal.GetArrayDataReference(Fold);
        ref var folded = ref MemoryMarshal.GetArrayDataReference(_folded);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref var positions = ref MemoryMarshal.GetArrayDataReference(_positions);
        var length = 0;
        var words = 0;
        var inside = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Unsafe.Add(ref fold, text[i]);
            var isLetter = letter != 0 ? 1 : 0;
            Unsafe.Add(ref folded, length) = letter;
            Unsafe.Add(ref starts, words) = length;
            Unsafe.Add(ref positions, words) = i;
            length += isLetter;
            words += isLetter & (inside ^ 1);
            inside = isLetter;
        }
        Unsafe.Add(ref starts, words) = length;
        _folded.AsSpan(length, Padding).Clear();
        Count = words;
    }

    private static byte FoldByte(int value) => value switch
    {
        >= '0' and <= '9' or >= 'a' and <= 'z' or >= 0x80 => (byte)value,
        >= 'A' and <= 'Z' => (byte)(value + 32),
        _ => 0,
    };
}
