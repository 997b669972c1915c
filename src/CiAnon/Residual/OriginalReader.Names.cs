using CiAnon.Residual.Forms;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Names: in one column or in two, shortened, reversed, as an initial.</summary>
internal abstract partial class OriginalReader
{
    private readonly NamePart _first = new();
    private readonly NamePart _last = new();

    private void ReadNameForms(ReadOnlySpan<byte> value, ReadOnlySpan<byte> folded)
    {
        var hasComma = value.Contains((byte)',');
        if (_words.Count == 2 || !hasComma) ReadInitial(value);
        if (SecondPart() is > 0 and var second) ReadReversed(folded, _words.Starts[second], _words.Count);
        if (_words.Count != 2 && !hasComma) ReadShorter();
        if (hasComma) ReadTurned(value);
    }

    // Carballo Llopis, Begoña: as the row of two columns would have it.
    private void ReadTurned(ReadOnlySpan<byte> value)
    {
        var comma = value.IndexOf((byte)',');
        var last = value[..comma];
        var first = value[(comma + 1)..];
        if (value.Length > Extent.MostBytes || first.Contains((byte)',')) return;
        _words.Split(first);
        if (_words.Count == 0 || ShorterName.IsTitle(ShorterName.Word(_words.Folded, _words.Starts, 0))) return;
        Span<byte> room = stackalloc byte[Extent.MostBytes];
        first.CopyTo(room);
        room[first.Length] = (byte)' ';
        last.CopyTo(room[(first.Length + 1)..]);
        var turned = room[..value.Length];
        if (_words.Split(turned).Length > 0 && _words.Count > 1) ReadWords(PersonalKind.Name, turned, isSecond: true);
    }

    private void ReadShorter()
    {
        var starts = _words.Starts;
        if (_words.Count > Extent.MostWords || starts[^1] > Extent.MostBytes) return;
        var folded = _words.Folded.AsSpan(0, starts[^1]);
        var first = ShorterName.Titles(folded, starts);
        var left = _words.Count - first;
        var name = ShorterName.Word(folded, starts, first);
        if (first > 0 && left > 1)
        {
            ReadShorter(folded[starts[first]..], left);
            ReadInitial(name, ShorterName.Word(folded, starts, _words.Count - 1));
        }
        var hasLast = false;
        Span<byte> room = stackalloc byte[Extent.MostBytes];
        for (var word = first + 1; left > 2 && word < _words.Count; word++)
        {
            var other = ShorterName.Word(folded, starts, word);
            var isLast = word == _words.Count - 1;
            var leads = ShorterName.Leads(name, other, isLast);
            if (!leads && !ShorterName.MayLead(name, other)) continue;
            name.CopyTo(room);
            other.CopyTo(room[name.Length..]);
            var shorter = room[..(name.Length + other.Length)];
            if (leads) ReadShorter(shorter, 2);
            else if (Specificity.IsEnough(PersonalKind.Name, shorter, shorter, 2)) Form(_fingerprints.OfShortName(shorter), PersonalKind.Name, OriginalForm.ShortName, shorter);
            // The first of two last names stands behind the last of the first ones.
            if (!isLast && !hasLast) ReadInitial(name, other);
            hasLast = true;
        }
    }

    private void ReadShorter(ReadOnlySpan<byte> name, int words)
    {
        if (Specificity.IsEnough(PersonalKind.Name, name, name, words)) Text(_fingerprints.Of(name), PersonalKind.Name, name, isSecond: true);
    }

    // The last word is the last name, unless a comma says otherwise.
    private void ReadInitial(ReadOnlySpan<byte> name)
    {
        var starts = _words.Starts;
        if (_words.Count < 2 || starts[^1] > Extent.MostBytes) return;
        var isReversed = _words.Count == 2 && name.Contains((byte)',');
        var last = isReversed ? _words.Folded.AsSpan(0, starts[1]) : _words.Folded.AsSpan(starts[^2], starts[^1] - starts[^2]);
        ReadInitial(_words.Folded.AsSpan(isReversed ? starts[1] : 0), last);
    }

    private void ReadInitial(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last)
    {
        var telling = Initial.TellingOf(last);
        if (telling == Telling.Nothing) return;
        Span<byte> room = stackalloc byte[Initial.MostBytes];
        var joined = Initial.Join(first, last, room);
        if (!joined.IsEmpty) Form(_fingerprints.OfInitial(joined, telling), PersonalKind.Name, OriginalForm.Initial, joined);
    }

    // Where the family's name leads, no mark shows that it does, and programs write it behind all the same.
    private UInt128 Fingerprint(ReadOnlySpan<byte> name, bool isReversed) => isReversed && !Specificity.IsEastAsian(name) ? _fingerprints.OfReversed(name) : _fingerprints.Of(name);

    // The word that the second of two parts begins with; -1 where there are more or fewer. An ideograph has a blank of its own on either side.
    private int SecondPart()
    {
        if (_words.Count < 2 || !Specificity.IsEastAsian(_words.Folded)) return _words.Count == 2 ? 1 : -1;
        var second = -1;
        for (var word = 1; word < _words.Count; word++)
        {
            var behind = _words.Positions[word - 1] + _words.Starts[word] - _words.Starts[word - 1];
            if (_words.Positions[word] - behind <= 2) continue;
            if (second > 0) return -1;
            second = word;
        }
        return second;
    }

    private void ReadReversed(ReadOnlySpan<byte> name, int second, int words)
    {
        Span<byte> reversed = stackalloc byte[Extent.MostBytes];
        if (name.Length > reversed.Length || second >= name.Length || !Specificity.IsEnough(PersonalKind.Name, name, name, words)) return;
        reversed = reversed[..name.Length];
        name[second..].CopyTo(reversed);
        name[..second].CopyTo(reversed[^second..]);
        Text(Fingerprint(reversed, isReversed: true), PersonalKind.Name, reversed, isSecond: true);
    }

    private void Remember(NamePart part, ReadOnlySpan<byte> value)
    {
        if (!part.IsEmpty || value.Length > Extent.MostBytes) return;
        _words.Split(value);
        part.Set(_words.Folded.AsSpan(0, _words.Starts[^1]), _words.Starts);
        Span<byte> room = stackalloc byte[2 * Extent.MostBytes];
        var other = UmlautSpelling.Other(value, room);
        if (other.IsEmpty) return;
        _words.Split(other);
        part.SetOther(_words.Folded.AsSpan(0, _words.Starts[^1]), _words.Starts);
    }

    private void ReadName()
    {
        var isMain = true;
        foreach (var first in _first.Readings)
        {
            foreach (var last in _last.Readings)
            {
                ReadName(first, last, isMain);
                isMain = false;
            }
        }
        foreach (var last in _last.Readings) ReadInitial(_first.Bytes, _last.Bytes.AsSpan(last.Start, last.Length));
    }

    private void ReadName(NameReading first, NameReading last, bool isMain)
    {
        if (first.Words + last.Words > Extent.MostWords || first.Length + last.Length > Extent.MostBytes) return;
        var one = _first.Bytes.AsSpan(first.Start, first.Length);
        var other = _last.Bytes.AsSpan(last.Start, last.Length);
        ReadName(one, other, first.Words + last.Words, isReversed: false, isMain);
        ReadName(other, one, first.Words + last.Words, isReversed: true, isMain);
    }

    private void ReadName(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int words, bool isReversed, bool isMain)
    {
        Span<byte> name = stackalloc byte[Extent.MostBytes];
        name = name[..(one.Length + other.Length)];
        one.CopyTo(name);
        other.CopyTo(name[one.Length..]);
        if (Specificity.IsEnough(PersonalKind.Name, name, name, words)) Text(Fingerprint(name, isReversed), PersonalKind.Name, name, isReversed || !isMain);
        else if (isMain && !isReversed) TooShort(PersonalKind.Name);
    }
}
