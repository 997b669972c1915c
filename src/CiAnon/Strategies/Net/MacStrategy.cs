using System.Buffers;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Net;

/// <summary>MAC addresses that no maker gave out.</summary>
public static class MacStrategy
{
    private static readonly OptionDefinition KeepVendor = new("keep_vendor", OptionType.Boolean,
        "keeps the first three bytes, which tell who made the device", "false");

    public static readonly StrategyDefinition Definition = new(
        "mac",
        "replaces a MAC address by a locally administered one, which no device comes with",
        TypeKind.Text | TypeKind.Network,
        [KeepVendor, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: true, PreservesLength: true,
            "an address of the same length, its separators in their places", Reversible: false, Hides: PersonalKind.Device, LooksLike: [PersonalKind.Device]),
        new StrategyExample("3c:5a:b4:01:7f:2e", "76:9e:ec:16:9d:79"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        if (context.Type.Kind == TypeKind.Network && !context.Type.BaseName.StartsWith("macaddr", StringComparison.Ordinal))
            return Compilation.DoesNotFit($"takes no {context.Type.Name}; use 'ip'");
        var keepVendor = context.Options.Flag(KeepVendor);
        if (context.DistinctValues > 0 && Capacity.CollisionProbability(context.DistinctValues, keepVendor ? 6 : 11) >= Capacity.Tolerance)
            return Compilation.DoesNotFit($"has {(keepVendor ? 24 : 46)} bits to keep {context.DistinctInWords} apart, too few; use 'hash' in a text column");
        return new Compilation(new MacMask(new SipHash(context.Key.Hash), keepVendor), null) { Publishes = keepVendor ? "publishes the devices' makers" : null };
    }

    private sealed class MacMask(SipHash hash, bool keepVendor) : Mask
    {
        private const int VendorDigits = 6;

        private static readonly SearchValues<byte> Allowed = SearchValues.Create("0123456789abcdefABCDEF:-."u8);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var digits = 0;
            foreach (var one in value)
                if (char.IsAsciiHexDigit((char)one)) digits++;
            if (digits is not (12 or 16) || value.ContainsAnyExcept(Allowed)) throw new MaskException("is not a MAC address");

            var isUpper = value.ContainsAnyInRange((byte)'A', (byte)'F');
            var random = hash.Hash(value);
            var start = output.Length;
            var place = 0;
            foreach (var one in value)
            {
                if (!char.IsAsciiHexDigit((char)one))
                {
                    output.Append(one);
                    continue;
                }
                var digit = (int)(random >> (place * 4)) & 15;
                // The second digit of the first byte: locally administered, one device.
                if (place == 1) digit = digit & 12 | 2;
                output.Append(keepVendor && place < VendorDigits ? one : (isUpper ? "0123456789ABCDEF"u8 : "0123456789abcdef"u8)[digit]);
                place++;
            }
            if (!output.Written[start..].SequenceEqual(value)) return;
            output.Truncate(output.Length - 1);
            output.Append(value[^1] == '0' ? (byte)'1' : (byte)'0');
        }
    }
}
