using CiAnon.Recognition.Names;
using CiAnon.Residual;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Stages.Prose;

/// <summary>Adds originals to those of the run, and keeps what became of each. One per table and thread.</summary>
internal sealed class KnownSink(IReadOnlyList<PersonalKind?> kinds, Originals originals, Pseudonyms pseudonyms, PseudonymTexts texts) : OriginalReader(kinds, originals.Key)
{
    // Distinct names and companies of one table: 16 MB.
    private const int MostKept = 1 << 20;

    private readonly MaskOutput _first = new();
    private readonly MaskOutput _last = new();
    private readonly MaskOutput _name = new();
    private readonly MaskOutput _shown = new();
    private readonly WordSplitter _words = new();
    private readonly Fingerprints _fingerprints = originals.Fingerprints;

    // Of names and companies, whose pseudonyms are kept once: there are more rows than names.
    private readonly HashSet<ulong> _kept = [];

    // Names alone as they are written, so that each is folded once.
    private readonly HashSet<ulong> _seen = [];

    // What becomes of what is read now, and where it lies, once something of it was kept.
    private MaskOutput? _becomes;
    private ulong? _place;

    /// <summary>What becomes of the value that is shown next; empty where nobody can tell.</summary>
    /// <param name="kind">Of the value.</param>
    public void Becomes(PersonalKind? kind, ReadOnlySpan<byte> pseudonym)
    {
        var part = kind switch { PersonalKind.FirstName => _first, PersonalKind.LastName => _last, _ => null };
        // A name is read at the end of its row, from the first column of either kind.
        if (part is { Length: 0 }) part.Append(pseudonym);
        _shown.Clear();
        _shown.Append(pseudonym);
        Take(part is null && kind is not null && !pseudonym.IsEmpty ? _shown : null);
    }

    /// <summary>All values of a row were shown.</summary>
    public void CloseRow()
    {
        Take(null);
        if (_first.Length > 0 && _last.Length > 0)
        {
            _name.Clear();
            _name.Append(_first.Written);
            _name.Append((byte)' ');
            _name.Append(_last.Written);
            Take(_name);
        }
        EndRow();
        Take(null);
        _first.Clear();
        _last.Clear();
    }

    /// <summary>A company of the row, and what becomes of it.</summary>
    public void Company(ReadOnlySpan<byte> value, ReadOnlySpan<byte> pseudonym)
    {
        if (pseudonym.IsEmpty || value.Length > Extent.MostBytes) return;
        _words.Split(value);
        Span<int> lengths = stackalloc int[CompanyNames.MostReadings];
        foreach (var length in lengths[..CompanyNames.Read(_words, lengths)])
        {
            var folded = _words.Folded.AsSpan(0, length);
            if (KeepOnce(_fingerprints.OfCompany(folded), pseudonym)) originals.AddCompany(folded);
        }
    }

    protected override void Shown(PersonalKind kind, ReadOnlySpan<byte> value)
    {
        var pseudonym = _shown.Written;
        if (kind == PersonalKind.FirstName) Alone(value, pseudonym, isFirst: true);
        else if (kind == PersonalKind.LastName) Alone(value, pseudonym, isFirst: false);
        else if (kind == PersonalKind.Name && value.IndexOf((byte)' ') is > 0 and var blank && !value[(blank + 1)..].ContainsAny((byte)' ', (byte)',') && !value[..blank].Contains((byte)','))
        {
            var between = pseudonym.IndexOf((byte)' ');
            if (between <= 0) return;
            Alone(value[..blank], pseudonym[..between], isFirst: true);
            Alone(value[(blank + 1)..], pseudonym[(pseudonym.LastIndexOf((byte)' ') + 1)..], isFirst: false);
        }
    }

    // de la Cruz: letters, with one blank between words.
    private static bool IsOfWords(ReadOnlySpan<byte> value)
    {
        for (var (at, count) = (0, 0); count <= NamesAlone.MostWords; count++)
        {
            var end = NameText.WordEnd(value, at);
            if (end == value.Length && end > at) return true;
            if (end <= at || value[end] != ' ') return false;
            at = end + 1;
        }
        return false;
    }

    // Columns have other things than names in them: one word of letters, at least.
    private void Alone(ReadOnlySpan<byte> value, ReadOnlySpan<byte> pseudonym, bool isFirst)
    {
        if (pseudonym.IsEmpty || value.Length is < NamesAlone.Fewest or > NamesAlone.Longest || !_seen.Add((ulong)_fingerprints.OfNameAlone(value, isFirst))) return;
        if (_seen.Count > MostKept) _seen.Clear();
        if (NameText.WordEnd(value, 0) != value.Length && (isFirst || !IsOfWords(value))) return;
        KeepAlone(value, pseudonym, isFirst);
        Span<byte> room = stackalloc byte[2 * NamesAlone.Longest];
        var other = UmlautSpelling.Other(value, room);
        if (!other.IsEmpty) KeepAlone(other, pseudonym, isFirst);
    }

    private void KeepAlone(ReadOnlySpan<byte> value, ReadOnlySpan<byte> pseudonym, bool isFirst)
    {
        _words.Split(value);
        var folded = _words.Folded.AsSpan(0, _words.Starts[^1]);
        if (folded.Length is < NamesAlone.Fewest or > Extent.MostBytes || !KeepOnce(_fingerprints.OfNameAlone(folded, isFirst), pseudonym)) return;
        pseudonyms.AddNameAlone(folded[..(_words.Starts[1])], isOneWord: _words.Count == 1);
    }

    private bool KeepOnce(UInt128 hash, ReadOnlySpan<byte> pseudonym)
    {
        if (_kept.Count >= MostKept || !_kept.Add((ulong)hash) || pseudonyms.Keep(texts, pseudonym) is not { } place) return false;
        pseudonyms.Add(hash, place);
        return true;
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

    // An address that becomes the same as before, of whatever table, has nothing new to it.
    protected override bool IsNewAddress(UInt128 hash) => originals.AddAddressSeen(_becomes is null ? hash : hash ^ UInt128.RotateLeft(_fingerprints.Of(_becomes.Written), 1));

    protected override bool SkipsKnownAddresses => true;

    protected override void TooShort(PersonalKind kind) => originals.AddTooShort(kind);

    private void Take(MaskOutput? pseudonym) => (_becomes, _place) = (pseudonym, null);

    private void Keep(UInt128 hash)
    {
        if (_becomes is null) return;
        _place ??= pseudonyms.Keep(texts, _becomes.Written);
        if (_place is { } place) pseudonyms.Add(hash, place);
    }
}
