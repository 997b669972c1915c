using CiAnon.Keys;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Adds a sample to the originals the way that originals are added, and remembers its fingerprints.</summary>
internal sealed class SampleSink(PlantedSample sample, DomainKey key, Originals originals) : OriginalReader([.. sample.Row.Select(field => field.Kind)], key)
{
    protected override void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond)
    {
        originals.AddText(hash, kind, folded, isSecond);
        Plant(hash, isSecond);
    }

    protected override void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond)
    {
        originals.AddNumber(hash, kind, number, isSecond);
        Plant(hash, isSecond);
    }

    protected override void Address(UInt128 hash, UInt128 address, bool isSecond)
    {
        originals.AddAddress(hash, address, isSecond);
        Plant(hash, isSecond);
    }

    protected override void Date(UInt128 hash, int day, bool isSecond)
    {
        originals.AddDate(day, isSecond);
        Plant(hash, isSecond);
    }

    protected override void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded)
    {
        originals.AddForm(hash, kind, form, folded);
        originals.Plant(hash, kind, isSecond: true);
        if (form == sample.Form) sample.Hashes.Add(hash);
    }

    // A sample that isn't looked for has no fingerprint and fails the control.
    protected override void TooShort(PersonalKind kind) => sample.Hashes.Clear();

    private void Plant(UInt128 hash, bool isSecond)
    {
        originals.Plant(hash, sample.Kind, isSecond);
        var isSought = sample.Form switch
        {
            OriginalForm.Itself or OriginalForm.Date or OriginalForm.NamedMonth or OriginalForm.HostName or OriginalForm.Glued => true,
            OriginalForm.SpelledOut => !isSecond,
            // A name that begins with the family's is the second reading of a name.
            OriginalForm.LastNameFirst => isSecond,
            _ => false,
        };
        if (isSought) sample.Hashes.Add(hash);
    }
}
