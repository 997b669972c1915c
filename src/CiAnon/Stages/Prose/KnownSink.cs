using CiAnon.Residual;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Stages.Prose;

/// <summary>Adds originals to those of the run, and keeps what became of each. One per table and thread.</summary>
internal sealed class KnownSink(IReadOnlyList<PersonalKind?> kinds, Originals originals, Pseudonyms pseudonyms, PseudonymTexts texts) : OriginalReader(kinds, originals.Key)
{
    private readonly MaskOutput _first = new();
    private readonly MaskOutput _last = new();
    private readonly MaskOutput _name = new();
    private ulong? _place;

    /// <summary>What becomes of the value that is shown next; empty where nobody can tell.</summary>
    /// <param name="kind">Of the value.</param>
    public void Becomes(PersonalKind? kind, ReadOnlySpan<byte> pseudonym)
    {
        var part = kind switch { PersonalKind.FirstName => _first, PersonalKind.LastName => _last, _ => null };
        // A name is read at the end of its row, from the first column of either kind.
        if (part is { Length: 0 }) part.Append(pseudonym);
        _place = part is null && kind is not null ? pseudonyms.Keep(texts, pseudonym) : null;
    }

    /// <summary>All values of a row were shown.</summary>
    public void CloseRow()
    {
        _place = null;
        if (_first.Length > 0 && _last.Length > 0)
        {
            _name.Clear();
            _name.Append(_first.Written);
            _name.Append((byte)' ');
            _name.Append(_last.Written);
            _place = pseudonyms.Keep(texts, _name.Written);
        }
        EndRow();
        _place = null;
        _first.Clear();
        _last.Clear();
    }

    protected override void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond)
    {
        originals.AddText(hash, kind, folded, isSecond);
        Keep(hash);
    }

    protected override void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond)
    {
        originals.AddNumber(hash, kind, number, isSecond);
        Keep(hash);
    }

    protected override void Address(UInt128 hash, UInt128 address, bool isSecond)
    {
        originals.AddAddress(hash, address, isSecond);
        Keep(hash);
    }

    protected override void Date(UInt128 hash, int day, bool isSecond)
    {
        originals.AddDate(day, isSecond);
        Keep(hash);
    }

    protected override void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded)
    {
        // A hash of an address is named by its kind: few texts hold one.
        if (form is OriginalForm.LocalPart or OriginalForm.Initial or OriginalForm.ShortName) Keep(hash);
        originals.AddForm(hash, kind, form, folded);
    }

    protected override bool IsNewAddress(UInt128 hash) => originals.AddAddressSeen(hash);

    protected override void TooShort(PersonalKind kind) => originals.AddTooShort(kind);

    private void Keep(UInt128 hash)
    {
        if (_place is { } place) pseudonyms.Add(hash, place);
    }
}
