using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CiAnon.Strategies.Custom;

namespace Acme.Postcodes;

/// <summary>Draws the rest of a postcode from a keyed hash of the value.</summary>
internal sealed class PostcodeMask(byte[] key, bool isCompact) : ICustomMask
{
    // The letters that the second half of a postcode may have.
    private const string Inward = "ABDEFGHJLNPQRSTUWXYZ";

    public string Mask(string value)
    {
        var drawn = BinaryPrimitives.ReadUInt32LittleEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())));
        var outward = $"ZZ{drawn % 10}";
        var inward = $"{drawn / 10 % 10}{Inward[(int)(drawn / 100 % 20)]}{Inward[(int)(drawn / 2000 % 20)]}";
        return isCompact ? outward + inward : $"{outward} {inward}";
    }
}
