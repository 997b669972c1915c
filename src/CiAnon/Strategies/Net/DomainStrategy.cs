using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.People;

namespace CiAnon.Strategies.Net;

/// <summary>A name on the internet, a company's or a host's, by a keyed one that nobody else has.</summary>
public static class DomainStrategy
{
    private const int FewestDigits = 8;
    private const int MostDigits = 32;

    private static readonly OptionDefinition Domain = new("domain", OptionType.Text, "what all names end with", "anon.example");

    public static readonly StrategyDefinition Definition = new(
        "domain",
        "replaces an internet domain or a host's name by a keyed one below a domain of yours",
        TypeKind.Text,
        [Domain, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "8 to 32 hexadecimal digits, a point and the domain; names that differ in case are different ones", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("mail.mueller-soehne.example", "a9c9a435.anon.example"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var domain = context.Options[Domain]!;
        if (!HostName.IsValid(domain)) return Compilation.DoesNotFit($"has the domain '{domain}', which is not a host name");
        var digits = Math.Max(FewestDigits, Capacity.HexDigits(context.DistinctValues));
        if (digits > MostDigits) return Compilation.DoesNotFit($"can't keep {context.DistinctInWords} apart");
        var length = digits + 1 + domain.Length;
        return context.Type.MaxLength < length
            ? Compilation.DoesNotFit($"needs {length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}; choose a shorter domain or use 'hash'")
            : new Compilation(new DomainMask(new SipHash(context.Key.Hash), digits, domain), null);
    }

    private sealed class DomainMask(SipHash hash, int digits, string domain) : Mask
    {
        private readonly byte[] _tail = Encoding.ASCII.GetBytes("." + domain);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            HexText.Append(output, hash.Hash(value), digits);
            output.Append(_tail);
        }
    }
}
