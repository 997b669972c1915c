using CiAnon.Keys;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Adds what it is shown to the originals of the run.</summary>
internal sealed class OriginalSink(IReadOnlyList<PersonalKind?> kinds, DomainKey key, Originals originals) : OriginalReader(kinds, key)
{
    protected override void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond) => originals.AddText(hash, kind, folded, isSecond);

    protected override void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond) => originals.AddNumber(hash, kind, number, isSecond);

    protected override void Address(UInt128 hash, UInt128 address, bool isSecond) => originals.AddAddress(hash, address, isSecond);

    protected override void Date(UInt128 hash, int day, bool isSecond) => originals.AddDate(day, isSecond);

    protected override void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded) => originals.AddForm(hash, kind, form, folded);

    protected override bool IsNewAddress(UInt128 hash) => originals.AddAddressSeen(hash);

    protected override bool SkipsKnownAddresses => true;

    protected override void TooShort(PersonalKind kind) => originals.AddTooShort(kind);
}
