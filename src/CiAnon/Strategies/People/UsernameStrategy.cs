using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>Login names that a developer can read and an index can bear.</summary>
public static class UsernameStrategy
{
    private const int FewestDigits = 4;
    private const int MostDigits = 32;

    public static readonly StrategyDefinition Definition = new(
        "username",
        "replaces a login name by a first name, a last name and a keyed hash: readable, and distinct where the column is unique",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "ASCII letters with a dot between two names, _ and 4 hexadecimal digits, as many as keep a unique column's values apart; names are cut to the column's room",
            Reversible: false, Hides: PersonalKind.Username, LooksLike: [PersonalKind.Username, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Name]),
        new StrategyExample("anna_m84", "patrick.nienow_117b"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var digits = Math.Max(FewestDigits, Capacity.HexDigits(context.DistinctValues));
        if (digits > MostDigits) return Compilation.DoesNotFit($"can't keep {context.DistinctInWords} apart");
        var room = (context.Type.MaxLength ?? int.MaxValue) - digits - 1;
        if (room < 1) return Compilation.DoesNotFit($"needs {digits + 2} characters at least, but {context.Type.Name} has room for {context.Type.MaxLength}; use 'hash'");
        var first = Pool.Fitting(Pools.FirstNames(context.Locale), null, context, out var problem);
        var last = Pool.Fitting(Pools.LastNames(context.Locale), null, context, out problem);
        return first is null || last is null ? Compilation.DoesNotFit(problem!) : new UsernameMask(new SipHash(context.Key.Hash), first, last, digits, room);
    }

    private sealed class UsernameMask(SipHash hash, Pool first, Pool last, int digits, int room) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var number = hash.Hash(value);
            // The digits take the number's lower end, the names what a second hash makes of the whole.
            var stream = new HashStream(number ^ (number >> 64) ^ ((UInt128)0x9e3779b97f4a7c15 << 64));
            var start = output.Length;
            Transliteration.AppendSlug(output, first.Pick(stream.Next()));
            var dot = output.Length;
            output.Append((byte)'.');
            Transliteration.AppendSlug(output, last.Pick(stream.Next()));
            // Names in other alphabets have no letters here.
            if (dot == start || output.Length == dot + 1)
            {
                output.Truncate(start);
                output.Append("user"u8);
            }
            if (output.Length - start > room) output.Truncate(start + room);
            output.Append((byte)'_');
            HexText.Append(output, number, digits);
        }
    }
}
