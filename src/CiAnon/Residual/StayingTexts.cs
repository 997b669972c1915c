using CiAnon.Residual.Dates;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>
/// What stands in the texts inside of a value that stay, such as notes of a JSON document: what other parts of it may hold by chance is no
/// excuse there. One per thread.
/// </summary>
internal sealed class StayingTexts(Originals originals) : IInnerSink
{
    private readonly ValueScanner _scanner = new(originals);
    private readonly DaySet _days = new();
    private readonly List<ValueMatch> _found = [];
    private IReadOnlyList<InnerRule> _rules = [];

    /// <summary>Each original once; valid until the next call.</summary>
    public IReadOnlyList<ValueMatch> In(ReadOnlySpan<byte> value, Mask parts)
    {
        _found.Clear();
        _rules = parts.Inside;
        try
        {
            parts.Show(value, this);
        }
        catch (MaskException)
        {
            // No longer what the mask takes: then it is judged as a whole.
        }
        return _found;
    }

    public void Part(int rule, ReadOnlySpan<byte> part)
    {
        if (_rules[rule].Strategy.Inserts.Count == 0) return;
        foreach (var match in _scanner.Scan(part, _days, isFirst: true, isLast: true).Found)
            if (!_found.Exists(found => found.Hash == match.Hash)) _found.Add(match);
    }
}
