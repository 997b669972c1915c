using CiAnon.Copy;
using CiAnon.Planning;
using CiAnon.Residual;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Numbers;
using CiAnon.Verification.Search;

namespace CiAnon.Verification.Comparison;

/// <summary>
/// A column whose texts stay, beside the same column of the original. An original that stands in a text and in the same row's text of the
/// original wasn't replaced; whoever stands in one of them only is a pseudonym that is somebody's name by chance. Dates may stay: they are judged all together.
/// </summary>
internal sealed class ComparedText(ColumnPlan plan, int here, int there, Originals originals)
{
    private readonly ValueScanner _scanner = new(originals);
    private readonly DaySet _days = new();

    // What JSON keeps may be numbers that are somebody's by chance; a text keeps none.
    private readonly bool _hasNumbers = plan.Mask!.Inside.Count == 0;
    private readonly List<UInt128> _known = [];
    private readonly Dictionary<int, UInt128[]> _ofRows = [];
    private byte[] _decoded = new byte[256];

    public ColumnPlan Plan => plan;

    /// <summary>Index of its field in the dump's rows.</summary>
    public int Here => here;

    /// <summary>Index of its field in the original's rows.</summary>
    public int There => there;

    /// <summary>Texts that hold an original which the original's text in the same row holds.</summary>
    public long Survivors { get; set; }

    public static bool CanBeJudged(ColumnPlan? plan) => plan is not null && ResultScan.HasInsertions(plan);

    /// <summary>The two of one row, with COPY's escapes.</summary>
    public void Compare(ReadOnlySpan<byte> text, ReadOnlySpan<byte> original)
    {
        Read(original, _known);
        if (_known.Count > 0 && Holds(text, _known)) Survivors++;
    }

    /// <summary>Remembers what stands in a text of the original.</summary>
    public void Remember(int row, ReadOnlySpan<byte> original)
    {
        Read(original, _known);
        if (_known.Count > 0) _ofRows[row] = [.. _known];
    }

    /// <summary>Compares with what was remembered of that row.</summary>
    public void Compare(ReadOnlySpan<byte> text, int row)
    {
        if (_ofRows.TryGetValue(row, out var known) && Holds(text, known)) Survivors++;
    }

    private void Read(ReadOnlySpan<byte> raw, List<UInt128> found)
    {
        found.Clear();
        foreach (var match in Scan(raw))
            if (match.Number == NumberForm.None || (_hasNumbers && match.Number != NumberForm.Date)) found.Add(match.Hash);
    }

    private bool Holds(ReadOnlySpan<byte> raw, IReadOnlyList<UInt128> known)
    {
        foreach (var match in Scan(raw))
            if (known.Contains(match.Hash)) return true;
        return false;
    }

    private List<ValueMatch> Scan(ReadOnlySpan<byte> raw)
    {
        if (ComparedColumn.IsAbsent(raw)) return [];
        if (_decoded.Length < raw.Length) _decoded = new byte[raw.Length * 2];
        return _scanner.Scan(_decoded.AsSpan(0, CopyText.Decode(raw, _decoded)), _days, isFirst: true, isLast: true).Found;
    }
}
