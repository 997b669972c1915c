using CiAnon.Keys;
using CiAnon.Strategies;

namespace CiAnon.Verification.Residual;

/// <summary>Adds a sample to the originals the way that originals are added, and remembers its fingerprints.</summary>
internal sealed class SampleSink(PlantedSample sample, DomainKey key, Originals originals) : OriginalReader([sample.Kind], key)
{
    protected override void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded)
    {
        originals.AddText(hash, kind, folded);
        Plant(hash, isSecond: false);
    }

    protected override void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond)
    {
        originals.AddNumber(hash, kind, number, isSecond);
        Plant(hash, isSecond);
    }

    protected override void Address(UInt128 hash, UInt128 address)
    {
        originals.AddAddress(hash, address);
        Plant(hash, isSecond: false);
    }

    // A sample that isn't looked for has no fingerprint and fails the control.
    protected override void TooShort(PersonalKind kind) => sample.Hashes.Clear();

    private void Plant(UInt128 hash, bool isSecond)
    {
        originals.Plant(hash, sample.Kind, isSecond);
        sample.Hashes.Add(hash);
    }
}
