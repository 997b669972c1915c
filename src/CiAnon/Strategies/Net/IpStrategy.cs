using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Net;

/// <summary>IP addresses that are nobody's, or others of the same network.</summary>
public static class IpStrategy
{
    private static readonly OptionDefinition KeepPrefix = new("keep_prefix", OptionType.Integer,
        "bits of an IPv4 address's network that stay, such as 16", Minimum: 1, Maximum: 24);

    private static readonly OptionDefinition KeepPrefix6 = new("keep_prefix6", OptionType.Integer,
        "bits of an IPv6 address's network that stay, such as 32", Minimum: 1, Maximum: 96);

    public static readonly StrategyDefinition Definition = new(
        "ip",
        "replaces an IP address by a private one (10.0.0.0/8) or one for documentation (2001:db8::/32), or by another of its network",
        TypeKind.Text | TypeKind.Network,
        [KeepPrefix, KeepPrefix6, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "an address of the same version, /length as it was; of a network so small that nothing would change, more bits do", Reversible: false, Hides: PersonalKind.Ip, LooksLike: [PersonalKind.Ip]),
        new StrategyExample("84.17.2.130", "84.17.42.53", new Dictionary<string, string> { ["keep_prefix"] = "16" }, TypeKind.Network),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        if (context.Type.Kind == TypeKind.Network && context.Type.BaseName is not ("inet" or "cidr"))
            return Compilation.DoesNotFit($"takes no {context.Type.Name}; use 'mac'");
        var (prefix, prefix6) = ((int?)context.Options.Integer(KeepPrefix), (int?)context.Options.Integer(KeepPrefix6));
        var bits = 32 - (prefix ?? 8);
        if (context.DistinctValues > 0 && Capacity.CollisionProbability(context.DistinctValues, bits / 4) >= Capacity.Tolerance)
            return Compilation.DoesNotFit($"has {bits} bits to keep {context.DistinctInWords} apart, too few");
        if (context.Type.MaxLength < 39) return Compilation.DoesNotFit($"gives up to 39 characters, but {context.Type.Name} has room for {context.Type.MaxLength}");
        return new Compilation(new IpMask(new SipHash(context.Key.Hash), prefix, prefix6, context.Type.BaseName == "cidr"), null)
        {
            Publishes = (prefix, prefix6) switch
            {
                (null, null) => null,
                (_, null) => $"publishes the first {prefix} bits of IPv4 addresses",
                (null, _) => $"publishes the first {prefix6} bits of IPv6 addresses",
                _ => $"publishes the first {prefix} bits of IPv4 and {prefix6} bits of IPv6 addresses",
            },
        };
    }
}
