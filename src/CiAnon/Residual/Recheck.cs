using CiAnon.Keys;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual;

/// <summary>Is shown the originals again and confirms which hits are real.</summary>
/// <param name="sources">Per field, the column that it is of.</param>
/// <param name="rank">Of these originals among all that are shown.</param>
internal sealed class Recheck(IReadOnlyList<PersonalKind?> kinds, DomainKey key, Confirmations confirmations, IReadOnlyList<string>? sources = null, int rank = 0) : OriginalReader(kinds, key)
{
    protected override void Text(UInt128 hash, PersonalKind kind, ReadOnlySpan<byte> folded, bool isSecond) => See(hash);

    protected override void Number(UInt128 hash, PersonalKind kind, DigitNumber number, bool isSecond) => See(hash);

    protected override void Address(UInt128 hash, UInt128 address, bool isSecond) => See(hash);

    protected override void Date(UInt128 hash, int day, bool isSecond) => See(hash);

    protected override void Form(UInt128 hash, PersonalKind kind, OriginalForm form, ReadOnlySpan<byte> folded) => See(hash);

    protected override void TooShort(PersonalKind kind)
    {
        // Never looked for, so never found.
    }

    private void See(UInt128 hash) => confirmations.See(hash, sources?[ReadField], rank);
}
