using System.Text;

namespace CiAnon.Recognition.Numbers;

/// <summary>
/// Ranges that are never assigned, with their country code: Ofcom's and ACMA's numbers for drama, ARCEP decision 2018-0881,
/// Bundesnetzagentur Amtsblatt 7/2021. America's 555-01XX is part of its numbering plan's check.
/// </summary>
internal static class FictionalPhones
{
    private const string Numbers =
        "442079460 441134960 441144960 441154960 441164960 441174960 441184960 441214960 441314960 441414960 441514960 441614960 441914980 " +
        "441632960 447700900 6125550 6127010 6135550 6137010 6175550 6177010 6185550 6187010 61491570 3319900 3326191 3335301 3346571 3353649 " +
        "3363998 493023125 496990009 494066969 492214710 498999998";

    private static readonly byte[][] Prefixes = [.. Numbers.Split(' ').Select(Encoding.ASCII.GetBytes)];

    public static bool Has(ReadOnlySpan<byte> digits)
    {
        foreach (var prefix in Prefixes)
        {
            if (digits.StartsWith(prefix)) return true;
        }
        return false;
    }
}
