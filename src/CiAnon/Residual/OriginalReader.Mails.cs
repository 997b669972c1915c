using CiAnon.Residual.Forms;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>E-mail addresses: each of a list, without a tag, under its host's other name, hashed, and what stands before the @.</summary>
internal abstract partial class OriginalReader
{
    // A list of recipients is an original for each of them, and whoever stands before an address is one as well.
    private void ReadAddresses(ReadOnlySpan<byte> value, bool isNew)
    {
        for (var rest = value; MailAddress.In(rest) is { IsEmpty: false } address;)
        {
            rest.Overlaps(address, out var start);
            rest = rest[..start];
            if (address.Length < value.Length)
            {
                _words.Split(address);
                ReadWords(PersonalKind.Email, address, isSecond: true);
            }
            ReadForms(address, isNew);
            ReadWithoutTag(address);
            ReadOtherHost(address);
            if (MailAddress.NameBefore(rest) is { IsEmpty: false } name && _words.Split(name).Length > 0 && _words.Count > 1) ReadWords(PersonalKind.Name, name, isSecond: true);
        }
    }

    private void ReadWithoutTag(ReadOnlySpan<byte> address)
    {
        Span<byte> room = stackalloc byte[MailAddress.MostBytes];
        var other = MailAddress.WithoutTag(address, room);
        if (other.IsEmpty) return;
        _words.Split(other);
        ReadWords(PersonalKind.Email, other, isSecond: true);
        ReadForms(other, isNew: false);
        ReadOtherHost(other);
    }

    private void ReadOtherHost(ReadOnlySpan<byte> address)
    {
        Span<byte> room = stackalloc byte[MailAddress.MostBytes];
        var other = MailHost.Other(address, room);
        if (other.IsEmpty) return;
        _words.Split(other);
        ReadWords(PersonalKind.Email, other, isSecond: true);
    }

    /// <param name="isNew">Known to be; otherwise it is asked.</param>
    private void ReadForms(ReadOnlySpan<byte> address, bool isNew)
    {
        // Two addresses may be the same words: only the bytes tell.
        if (address.IsEmpty || !(isNew || IsNewAddress(_fingerprints.Of(address)))) return;
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
}
