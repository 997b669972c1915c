using CiAnon.Keys;

namespace CiAnon.Strategies.Net;

/// <summary>Another address: bits of the network that stay, the others from a keyed hash.</summary>
/// <param name="isNetwork">A cidr has no bits beyond its length.</param>
internal sealed class IpMask(SipHash hash, int? prefix, int? prefix6, bool isNetwork) : Mask
{
    private const int FewestChanged = 8;

    private static readonly UInt128 Private = (UInt128)10 << 24;

    private static readonly UInt128 Documentation = (UInt128)0x20010db8 << 96;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (!IpText.TryParse(value, out var ip)) throw new MaskException("is not an IP address");
        var all = ip.IsV6 ? UInt128.MaxValue : uint.MaxValue;
        var used = isNetwork ? ip.Network ?? ip.Bits : ip.Bits;
        if (used == 0) throw new MaskException("is a network of all addresses, of which there is no other");
        var given = ip.IsV6 ? prefix6 : prefix;
        var kept = Math.Max(0, Math.Min(given ?? (ip.IsV6 ? 32 : 8), used - FewestChanged));
        var stays = given is not null ? ip.Address : ip.IsV6 ? Documentation : Private;
        var head = kept == 0 ? UInt128.Zero : all << (ip.Bits - kept) & all;
        var tail = used == ip.Bits ? UInt128.Zero : all >> used;
        var random = hash.Hash(value);
        var address = (stays & head) | (random & all & ~head & ~tail);
        // One bit at least, the lowest that may.
        if (address == (ip.Address & ~tail)) address ^= UInt128.One << (ip.Bits - used);
        new IpText(address, ip.IsV6, ip.Network).Append(output);
    }
}
