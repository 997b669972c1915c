using CiAnon.Residual.Dates;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>What one value gave. An original that is found twice in it, plain and decoded, counts once, where it was found first.</summary>
internal sealed class ValueMatches
{
    private const int Most = 256;

    private readonly List<ValueMatch> _found = [];

    private DaySet _days = new();

    public List<ValueMatch> Found => _found;

    /// <summary>Matches of single numbers and of written ones that chance would give.</summary>
    public double ExpectedBare { get; private set; }

    public double ExpectedWritten { get; private set; }

    public Place Place { get; set; }

    /// <param name="days">Where the dates of the next value are added.</param>
    public void Clear(DaySet days)
    {
        _days = days;
        _found.Clear();
        ExpectedBare = 0;
        ExpectedWritten = 0;
        Place = default;
    }

    public void Expect(double chance, bool isWritten)
    {
        if (isWritten) ExpectedWritten += chance;
        else ExpectedBare += chance;
    }

    /// <summary>A date that is looked up.</summary>
    public void Read(int day) => _days.Add(day);

    public void Add(UInt128 hash, PersonalKind kind, NumberForm number = NumberForm.None, OriginalForm form = OriginalForm.Itself)
    {
        if (_found.Count >= Most) return;
        foreach (var match in _found)
        {
            if (match.Hash == hash) return;
        }
        _found.Add(new ValueMatch(hash, kind, number, Place with { Form = form }));
    }
}
