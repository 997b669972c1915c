using CiAnon.Residual.Dates;
using CiAnon.Residual.Numbers;

namespace CiAnon.Residual;

/// <summary>
/// Looks for originals outside tables: in the SQL of the table of contents, and in large objects, which come in chunks.
/// One per thread.
/// </summary>
internal sealed class TextScan(Originals originals)
{
    private readonly ValueScanner _scanner = new(originals);
    private readonly DaySet _days = new();
    private byte[] _chunk = [];
    private int _length;
    private bool _isFirst = true;

    public HitTally Tally { get; private set; } = new();

    /// <summary>A whole text.</summary>
    public void Scan(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty) Keep(_scanner.Scan(text, _days, isFirst: true, isLast: true));
    }

    /// <summary>A chunk of a text; what lies across two is found.</summary>
    public void Append(ReadOnlySpan<byte> chunk)
    {
        if (_chunk.Length < _length + chunk.Length) Array.Resize(ref _chunk, 2 * (_length + chunk.Length));
        chunk.CopyTo(_chunk.AsSpan(_length));
        _length += chunk.Length;
        if (_length < 4 * ValueScanner.Overlap) return;

        Keep(_scanner.Scan(_chunk.AsSpan(0, _length), _days, _isFirst, isLast: false));
        _chunk.AsSpan(_length - ValueScanner.Overlap, ValueScanner.Overlap).CopyTo(_chunk);
        _length = ValueScanner.Overlap;
        _isFirst = false;
    }

    /// <summary>The chunks of a text are complete.</summary>
    public void End()
    {
        if (_length > 0) Keep(_scanner.Scan(_chunk.AsSpan(0, _length), _days, _isFirst, isLast: true));
        _length = 0;
        _isFirst = true;
    }

    /// <summary>What was found since the last call.</summary>
    public HitTally Take()
    {
        var taken = Tally;
        Tally = new HitTally();
        return taken;
    }

    private void Keep(ValueMatches matches)
    {
        if (matches.ExpectedBare > 0) Tally.Expect(0, NumberForm.Bare, matches.ExpectedBare);
        if (matches.ExpectedWritten > 0) Tally.Expect(0, NumberForm.Written, matches.ExpectedWritten);
        if (!_days.IsEmpty) Tally.Expect(0, _days, originals.BirthDays);
        foreach (var match in matches.Found) Tally.Hit(0, match, match.Place.ToString());
    }
}
