using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Places;

/// <summary>What a column shows of an invented address.</summary>
/// <param name="By">The column that says whose address it is; null where the value itself does.</param>
/// <param name="Streets">Null, as the others, where the part needs none.</param>
/// <param name="Kept">What stays of an address in one text, where it is recognized.</param>
/// <param name="Room">Characters that the column has room for; null when unlimited.</param>
internal sealed record AddressShape(
    SipHash Hash, string Part, string? By, Pool? Streets, Pool? Cities, Pool? Secondaries, Regions? Regions, Country Country, bool NumberFirst, bool AsciiOnly, int? Room, AddressFields Kept)
{
    public const int HighestNumber = 299;

    /// <summary>Whether what stands in a town's place may be somebody, who doesn't stay.</summary>
    public PersonJudge? MayBePerson { get; init; }
}
