using CiAnon.Recognition.Names;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Words;

namespace CiAnon.Residual;

/// <summary>A row's first or last name, in all the ways that people shorten and spell it.</summary>
internal sealed class NamePart
{
    private readonly NameReading[] _readings = new NameReading[4];
    private int _count;
    private int _written;

    /// <summary>The readings end to end.</summary>
    public byte[] Bytes { get; } = new byte[8 * Extent.MostBytes * LetterFold.Growth];

    public bool IsEmpty => _count == 0;

    /// <summary>The name as it stands first.</summary>
    public ReadOnlySpan<NameReading> Readings => _readings.AsSpan(0, _count);

    public void Clear() => _count = _written = 0;

    /// <param name="folded">The words end to end.</param>
    /// <param name="starts">Where each begins, and the end.</param>
    public void Set(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        Clear();
        if (folded.IsEmpty) return;
        Add(folded, starts.Length - 1);
        AddFirstWord(folded, starts);
    }

    /// <summary>The same in another spelling.</summary>
    public void SetOther(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        Add(folded, starts.Length - 1);
        AddFirstWord(folded, starts);
    }

    // Anna Maria is called Anna, and Müller-Schmidt Müller; de Vries is never called de.
    private void AddFirstWord(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        if (starts.Length < 3) return;
        var word = ShorterName.Word(folded, starts, 0);
        if (ShorterName.IsName(word) && !ShorterName.IsTitle(word) && !NameWords.Particles.Contains(word)) Add(word, 1);
    }

    private void Add(ReadOnlySpan<byte> folded, int words)
    {
        folded.CopyTo(Bytes.AsSpan(_written));
        _readings[_count++] = new NameReading(_written, folded.Length, words);
        _written += folded.Length;
    }
}
