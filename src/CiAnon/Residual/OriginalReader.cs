using CiAnon.Copy;
using CiAnon.Keys;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Derives fingerprints from the originals of one table's rows. One instance per table and thread; nothing is allocated per row.</summary>
internal abstract partial class OriginalReader : IFieldSink
{
    private readonly PersonalKind?[] _kinds;
    private readonly Fingerprints _fingerprints;
    private readonly WordSplitter _words = new();
    private int _nameField;

    protected OriginalReader(IReadOnlyList<PersonalKind?> kinds, DomainKey key)
    {
        _kinds = [.. kinds];
        _fingerprints = new Fingerprints(key);
    }

    /// <summary>Whose value is read; of a name of two columns, the later one's.</summary>
    protected int ReadField { get; private set; }

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (_kinds[field] is not { } kind) return;
        ReadField = field;
        Shown(kind, value);
        switch (kind)
        {
            case PersonalKind.FirstName:
                _nameField = field;
                Remember(_first, value);
                break;
            case PersonalKind.LastName:
                _nameField = field;
                Remember(_last, value);
                break;
            case PersonalKind.Ip:
                ReadAddress(value);
                break;
            case PersonalKind.BirthDate:
                ReadDate(value);
                break;
            default:
                Read(kind, value);
                break;
        }
    }

    public void EndRow()
    {
        ReadField = _nameField;
        if (!_first.IsEmpty && !_last.IsEmpty) ReadName();
        _first.Clear();
        _last.Clear();
    }

    /// <summary>Any value, before it is read.</summary>
    protected virtual void Shown(PersonalKind kind, ReadOnlySpan<byte> value)
    {
    }

    /// <summary>A text of letters and digits; with <paramref name="isSecond"/>, another reading of the one before.</summary>
    protected abstract void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond);

    /// <summary>A number; with <paramref name="isSecond"/>, another reading of the one before.</summary>
    protected abstract void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond);

    /// <summary>An IP address; with <paramref name="isSecond"/>, the IPv4 address inside of the one before.</summary>
    protected abstract void Address(UInt128 hash, UInt128 address, bool isSecond);

    /// <summary>A date; with <paramref name="isSecond"/>, another reading of the one before, where day and month may be the other way round.</summary>
    protected abstract void Date(UInt128 hash, int day, bool isSecond);

    /// <summary>Another form of an original.</summary>
    /// <param name="folded">Of a form that is found by its beginning; empty for the others.</param>
    protected abstract void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded);

    /// <summary>False when this very address was here, and its forms with it: they are dear to make.</summary>
    protected virtual bool IsNewAddress(UInt128 hash) => true;

    /// <summary>Whether an address that was here needn't be shown again: for who keeps nothing but that it was.</summary>
    protected virtual bool SkipsKnownAddresses => false;

    /// <summary>An original that isn't looked for, because it says too little.</summary>
    protected abstract void TooShort(PersonalKind kind);

    private void Read(PersonalKind kind, ReadOnlySpan<byte> value)
    {
        if (value.Length > 4096) value = value[..4096];
        var text = _words.Split(value);
        if (_words.Count == 0) return;
        if (TryReadNumber(kind, text)) return;

        var isNewAddress = false;
        if (SkipsKnownAddresses && kind == PersonalKind.Email && _words.Starts[^1] >= Specificity.FewestBytes && MailAddress.In(value).Length == value.Length)
        {
            isNewAddress = IsNewAddress(_fingerprints.Of(value));
            if (!isNewAddress) return;
        }
        ReadWords(kind, value, isSecond: false);
        if (kind == PersonalKind.Email) ReadAddresses(value, isNewAddress);
        if (kind is not (PersonalKind.Name or PersonalKind.Address) || value.Length > Extent.MostBytes) return;
        Span<byte> room = stackalloc byte[2 * Extent.MostBytes];
        var other = UmlautSpelling.Other(value, room);
        if (other.IsEmpty) return;
        _words.Split(other);
        ReadWords(kind, other, isSecond: true);
    }

    private void ReadWords(PersonalKind kind, ReadOnlySpan<byte> value, bool isSecond)
    {
        var folded = _words.Folded.AsSpan(0, Extent.Of(_words.Folded, _words.Starts));
        if (Specificity.IsEnough(kind, value, folded, _words.Count)) Text(_fingerprints.Of(folded), kind, folded, isSecond);
        else if (!isSecond) TooShort(kind);
        if (kind == PersonalKind.Address) ReadStreet(folded);
        if (kind == PersonalKind.Account) ReadAccount(folded);
        if (kind == PersonalKind.Name) ReadNameForms(value, folded);
    }

    private void ReadStreet(ReadOnlySpan<byte> folded)
    {
        if (folded.Length != _words.Starts[^1]) return;
        Span<byte> room = stackalloc byte[StreetWords.Growth * Extent.MostBytes];
        var other = StreetWords.Other(folded, _words.Starts, _words.Count, room);
        if (other.Length is > 0 and <= Extent.MostBytes && Specificity.IsEnough(PersonalKind.Address, other, other, _words.Count)) Text(_fingerprints.Of(other), PersonalKind.Address, other, isSecond: true);
    }

    // The first date of a value: what follows is a time.
    private void ReadDate(ReadOnlySpan<byte> value)
    {
        if (value.Length > Extent.MostBytes) value = value[..Extent.MostBytes];
        var dates = new DateText(_words.Split(value), _words, 0, _words.Count);
        for (var word = 0; word < _words.Count; word++)
        {
            if (_words.Folded[_words.Starts[word]] > '9' || dates.At(word) is not { IsNone: false } reading) continue;
            if (reading.Day >= 0) Date(_fingerprints.OfDay(reading.Day), reading.Day, isSecond: false);
            if (reading.Other >= 0) Date(_fingerprints.OfDay(reading.Other), reading.Other, isSecond: reading.Day >= 0);
            return;
        }
        TooShort(PersonalKind.BirthDate);
    }
}
