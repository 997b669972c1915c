using CiAnon.Residual.Words;

namespace CiAnon.Stages.Prose;

/// <summary>A text as folded words, and where each stands in it. Reused; allocates only to grow.</summary>
internal sealed class ProseWords
{
    private int[] _places = [];
    private bool _isFolded;

    public WordSplitter Folded { get; } = new();

    public int Count => Folded.Count;

    /// <summary>Returns the text that the words' positions count in.</summary>
    public ReadOnlySpan<byte> Split(ReadOnlySpan<byte> text) => Folded.Split(text, ref _places, out _isFolded);

    /// <summary>Where that position is in the text that was given.</summary>
    public int Place(int position) => _isFolded ? _places[position] : position;

    /// <summary>The first byte of a word in the text that was given.</summary>
    public int StartOf(int word) => Place(Folded.Positions[word]);

    /// <summary>The byte behind a word in the text that was given.</summary>
    public int EndOf(int word) => PlaceBehind(PositionBehind(word));

    /// <summary>Where what ends before that position ends in the text that was given.</summary>
    public int PlaceBehind(int position)
    {
        if (!_isFolded || position == 0) return position;
        // An ideograph's blanks, which make it a word, are of the letter that they stand around.
        while (_places[position] == _places[position - 1]) position++;
        return _places[position];
    }

    /// <summary>The byte behind a word in the text that positions count in.</summary>
    public int PositionBehind(int word) => Folded.Positions[word] + Folded.Starts[word + 1] - Folded.Starts[word];

    /// <summary>The bytes of words in a row, folded and end to end.</summary>
    public ReadOnlySpan<byte> Of(int word, int end) => Folded.Folded.AsSpan(Folded.Starts[word], Folded.Starts[end] - Folded.Starts[word]);
}
