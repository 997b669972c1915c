using CiAnon.Residual.Dates;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>
/// What stands in a value beside the parts that are masked inside of it, such as keys of a JSON document and what is kept there, and in its
/// notes that stay: what masked parts may hold by chance is no excuse there. One per thread.
/// </summary>
internal sealed class StayingTexts(Originals originals) : IInnerSink
{
    private readonly ValueScanner _scanner = new(originals);
    private readonly DaySet _days = new();
    private readonly List<ValueMatch> _found = [];
    private readonly MaskOutput _others = new();
    private IReadOnlyList<InnerRule> _rules = [];
    private bool _judgesInsertions;

    /// <summary>Each original once; valid until the next call.</summary>
    public IReadOnlyList<ValueMatch> In(ReadOnlySpan<byte> value, ScannedColumn column, Mask parts)
    {
        _found.Clear();
        _others.Clear();
        (_rules, _judgesInsertions) = (parts.Inside, column.JudgesInsertions);
        try
        {
            parts.Show(value, this, _others);
            Scan(_others.Written);
        }
        catch (MaskException)
        {
            // No longer what the mask takes: then it is judged as a whole.
        }
        return _found;
    }

    public void Part(int rule, ReadOnlySpan<byte> part)
    {
        if (_judgesInsertions && _rules[rule].Strategy.Inserts.Count > 0) Scan(part);
    }

    private void Scan(ReadOnlySpan<byte> text)
    {
        foreach (var match in _scanner.Scan(text, _days, isFirst: true, isLast: true).Found)
            if (!_found.Exists(found => found.Hash == match.Hash)) _found.Add(match);
    }
}
