using CiAnon.Copy;
using CiAnon.Keys;
using CiAnon.Strategies;
using CiAnon.Verification.Residual.Dates;
using CiAnon.Verification.Residual.Forms;

namespace CiAnon.Verification.Residual;

/// <summary>Derives fingerprints from the originals of one table's rows. One instance per table and thread; nothing is allocated per row.</summary>
internal abstract class OriginalReader : IFieldSink
{
    private readonly PersonalKind?[] _kinds;
    private readonly Fingerprints _fingerprints;
    private readonly WordSplitter _words = new();
    private readonly NamePart _first = new();
    private readonly NamePart _last = new();

    protected OriginalReader(IReadOnlyList<PersonalKind?> kinds, DomainKey key)
    {
        _kinds = [.. kinds];
        _fingerprints = new Fingerprints(key);
    }

    public void Field(int field, ReadOnlySpan<byte> value)
    {
        if (_kinds[field] is not { } kind) return;
        switch (kind)
        {
            case PersonalKind.FirstName:
                Remember(_first, value);
                break;
            case PersonalKind.LastName:
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
        if (_first.Length > 0 && _last.Length > 0) ReadName();
        _first.Length = 0;
        _last.Length = 0;
    }

    /// <summary>A text of letters and digits; with <paramref name="isSecond"/>, another reading of the one before.</summary>
    protected abstract void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond);

    /// <summary>A number; with <paramref name="isSecond"/>, another reading of the one before.</summary>
    protected abstract void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond);

    protected abstract void Address(UInt128 hash, UInt128 address);

    /// <summary>A date; with <paramref name="isSecond"/>, another reading of the one before, where day and month may be the other way round.</summary>
    protected abstract void Date(UInt128 hash, int day, bool isSecond);

    /// <summary>Another form of an original.</summary>
    /// <param name="folded">Of a form that is found by its beginning; empty for the others.</param>
    protected abstract void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded);

    /// <summary>False when this very address was here, and its forms with it: they are dear to make.</summary>
    protected virtual bool IsNewAddress(UInt128 hash) => true;

    /// <summary>An original that isn't looked for, because it says too little.</summary>
    protected abstract void TooShort(PersonalKind kind);

    private void Read(PersonalKind kind, ReadOnlySpan<byte> value)
    {
        if (value.Length > 4096) value = value[..4096];
        var text = _words.Split(value);
        if (_words.Count == 0) return;
        if (TryReadNumber(kind, text)) return;

        var folded = _words.Folded.AsSpan(0, Extent.Of(_words.Starts));
        if (Specificity.IsEnough(kind, value, folded, _words.Count)) Text(_fingerprints.Of(folded), kind, folded, isSecond: false);
        else TooShort(kind);
        if (kind == PersonalKind.Email) ReadForms(MailAddress.In(value));
        if (kind != PersonalKind.Name) return;
        ReadInitial(value);
        if (_words.Count == 2) ReadReversed(folded, _words.Starts[1]);
    }

    private void ReadForms(ReadOnlySpan<byte> address)
    {
        // Two addresses may be the same words: only the bytes tell.
        if (address.IsEmpty || !IsNewAddress(_fingerprints.Of(address))) return;
        Span<byte> room = stackalloc byte[MailAddress.MostBytes];
        var lower = MailAddress.Lower(address, room);
        if (lower.IsEmpty) return;
        Hash(lower, OriginalForm.Md5);
        Hash(lower, OriginalForm.Sha1);
        Hash(lower, OriginalForm.Sha256);
        if (!address.SequenceEqual(lower))
        {
            Hash(address, OriginalForm.Md5);
            Hash(address, OriginalForm.Sha1);
            Hash(address, OriginalForm.Sha256);
        }
        ReadLocalPart(LocalPart.Of(lower));
    }

    private void Hash(ReadOnlySpan<byte> address, OriginalForm form)
    {
        Span<byte> first = stackalloc byte[AddressHash.Bytes];
        AddressHash.Of(address, form, first);
        Form(_fingerprints.OfAddressHash(first, form), PersonalKind.Email, form, default);
    }

    private void ReadLocalPart(ReadOnlySpan<byte> part)
    {
        _words.Split(part);
        var folded = _words.Folded.AsSpan(0, _words.Starts[^1]);
        var telling = LocalPart.TellingOf(folded, _words.Starts);
        if (telling != Telling.Nothing && folded.Length <= Extent.MostBytes) Form(_fingerprints.OfLocalPart(folded, telling), PersonalKind.Email, OriginalForm.LocalPart, folded);
    }

    // The last word is the last name, unless a comma says otherwise.
    private void ReadInitial(ReadOnlySpan<byte> name)
    {
        var starts = _words.Starts;
        if (_words.Count < 2 || starts[^1] > Extent.MostBytes) return;
        var isReversed = _words.Count == 2 && name.Contains((byte)',');
        var last = isReversed ? _words.Folded.AsSpan(0, starts[1]) : _words.Folded.AsSpan(starts[^2], starts[^1] - starts[^2]);
        ReadInitial(_words.Folded[isReversed ? starts[1] : 0], last);
    }

    private void ReadInitial(byte initial, ReadOnlySpan<byte> last)
    {
        var telling = Initial.TellingOf(last);
        if (telling == Telling.Nothing) return;
        Span<byte> room = stackalloc byte[Initial.MostBytes];
        var joined = Initial.Join(initial, last, room);
        if (!joined.IsEmpty) Form(_fingerprints.OfInitial(joined, telling), PersonalKind.Name, OriginalForm.Initial, joined);
    }

    private void ReadReversed(ReadOnlySpan<byte> name, int second)
    {
        Span<byte> reversed = stackalloc byte[Extent.MostBytes];
        if (name.Length > reversed.Length || !Specificity.IsEnough(PersonalKind.Name, name, name, 2)) return;
        reversed = reversed[..name.Length];
        name[second..].CopyTo(reversed);
        name[..second].CopyTo(reversed[^second..]);
        Text(_fingerprints.OfReversed(reversed), PersonalKind.Name, reversed, isSecond: true);
    }

    private bool TryReadNumber(PersonalKind kind, ReadOnlySpan<byte> text)
    {
        var starts = _words.Starts;
        var digits = _words.Folded.AsSpan(0, starts[^1]);
        // What follows the digits of a phone number is an extension or a note.
        var letter = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (letter >= 0 && kind != PersonalKind.Phone) return false;
        if (letter >= 0) digits = digits[..letter];
        if (!DigitRun.TryRead(digits, out var value)) return false;

        var number = DigitNumber.Of(value);
        if (number.Length < DigitNumber.Least)
        {
            if (letter >= 0) return false;
            TooShort(kind);
            return true;
        }
        Number(_fingerprints.Of(number), kind, number, isSecond: false);
        if (kind != PersonalKind.Phone) return true;
        var national = number.National(DigitRun.IsInternational(text[.._words.Positions[0]], digits));
        if (national.Length >= DigitNumber.Least) Number(_fingerprints.Of(national), kind, national, isSecond: true);
        return true;
    }

    private void ReadAddress(ReadOnlySpan<byte> value)
    {
        if (IpText.TryRead(value, out var address) && !IpText.IsNobody(address)) Address(_fingerprints.Of(address), address);
        else TooShort(PersonalKind.Ip);
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

    private void Remember(NamePart part, ReadOnlySpan<byte> value)
    {
        if (part.Length > 0 || value.Length > Extent.MostBytes) return;
        _words.Split(value);
        part.Set(_words.Folded.AsSpan(0, _words.Starts[^1]), _words.Count);
    }

    private void ReadName()
    {
        if (_first.Words + _last.Words > Extent.MostWords || _first.Length + _last.Length > Extent.MostBytes) return;
        ReadName(_first, _last, isReversed: false);
        ReadName(_last, _first, isReversed: true);
        ReadInitial(_first.Bytes[0], _last.Bytes.AsSpan(0, _last.Length));
    }

    private void ReadName(NamePart one, NamePart other, bool isReversed)
    {
        Span<byte> name = stackalloc byte[Extent.MostBytes];
        name = name[..(one.Length + other.Length)];
        one.Bytes.AsSpan(0, one.Length).CopyTo(name);
        other.Bytes.AsSpan(0, other.Length).CopyTo(name[one.Length..]);
        if (Specificity.IsEnough(PersonalKind.Name, name, name, one.Words + other.Words)) Text(isReversed ? _fingerprints.OfReversed(name) : _fingerprints.Of(name), PersonalKind.Name, name, isReversed);
        else if (!isReversed) TooShort(PersonalKind.Name);
    }

    private sealed class NamePart
    {
        public byte[] Bytes { get; } = new byte[Extent.MostBytes * LetterFold.Growth];

        public int Length { get; set; }

        public int Words { get; private set; }

        public void Set(ReadOnlySpan<byte> folded, int words)
        {
            folded.CopyTo(Bytes);
            Length = folded.Length;
            Words = words;
        }
    }
}
