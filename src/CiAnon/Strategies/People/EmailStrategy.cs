using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>An address that stands for the original in every column of the domain and belongs to nobody.</summary>
public static class EmailStrategy
{
    private const int FewestDigits = 12;
    private const int FewestDigitsWhereNothingIsUnique = 6;
    private const int MostDigits = 32;

    private static readonly OptionDefinition Domain = new("domain", OptionType.Text, "the host of every address", "anon.example");

    private static readonly OptionDefinition FoldCase = new("fold_case", OptionType.Boolean,
        "gives Anna@x.example and anna@x.example the same pseudonym; a unique column that has both would clash", "false");

    public static readonly StrategyDefinition Definition = new(
        "email",
        "replaces an e-mail address by user_ and a keyed hash at a domain of yours; " +
        "distinct addresses stay distinct, upper and lower case included",
        TypeKind.Text,
        [Domain, FoldCase, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "user_, 12 to 32 hexadecimal digits (6 at least in short columns that aren't unique), @ and the domain; in a list (a@x.example, b@y.example), in brackets behind a name " +
            "(Anna Berg <anna@x.example>) and behind mailto: an address gets the pseudonym that it has alone, and the name user_ and digits of its own; any other text, and a list that the column has no room for, becomes one address as a whole",
            Reversible: false, Hides: PersonalKind.Email, LooksLike: [PersonalKind.Email]),
        new StrategyExample("anna.mueller@example.org", "user_2873711d1a9c@anon.example"),
        Compile);

    /// <summary>The host of every address that the strategy makes.</summary>
    public static string DomainOf(OptionValues options) => options[Domain]!;

    private static Compilation Compile(StrategyContext context)
    {
        var domain = context.Options[Domain]!;
        if (!HostName.IsValid(domain))
            return Compilation.DoesNotFit($"has the domain '{domain}', which is not a host name");

        var digits = Math.Max(FewestDigits, Capacity.HexDigits(context.DistinctValues));
        var room = (context.Type.MaxLength ?? int.MaxValue) - "user_@".Length - domain.Length;
        if (digits > MostDigits)
            return Compilation.DoesNotFit($"can't keep {context.DistinctInWords} apart");
        if (digits > room && context.DistinctValues > 0)
        {
            var probability = Capacity.CollisionProbability(context.DistinctValues, Math.Max(room, 0));
            return Compilation.DoesNotFit(
                $"needs {digits} hexadecimal digits to keep {context.DistinctInWords} apart, " +
                $"{digits + "user_@".Length + domain.Length} characters in all, " +
                $"but {context.Type.Name} has room for {context.Type.MaxLength} " +
                $"({Math.Max(room, 0)} digits, probability of a collision {probability:0.#e-0}); " +
                "choose a shorter domain or use 'hash'");
        }
        if (room < FewestDigitsWhereNothingIsUnique)
        {
            return Compilation.DoesNotFit(
                $"needs {FewestDigitsWhereNothingIsUnique + "user_@".Length + domain.Length} characters at least, " +
                $"but {context.Type.Name} has room for {context.Type.MaxLength}; choose a shorter domain or use 'hash'");
        }
        return new Compilation(new EmailMask(new SipHash(context.Key.Hash), Math.Min(digits, room), domain, context.Options.Flag(FoldCase), context.Type.MaxLength), null)
        {
            Cut = room < digits ? $"has room for {room} of {digits} hexadecimal digits" : null,
        };
    }

    private sealed class EmailMask(SipHash hash, int digits, string domain, bool foldCase, int? room) : Mask
    {
        private readonly byte[] _tail = Encoding.ASCII.GetBytes("@" + domain);

        internal override Mask In(ColumnType type, bool isUnique, PersonalKind? kind) => new EmailMask(hash, digits, domain, foldCase, type.MaxLength);

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            if (MailboxReader.IsPlain(value) || !WriteMailboxes(value, output)) WriteAddress(value, output);
        }

        private bool WriteMailboxes(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var start = output.Length;
            var reader = new MailboxReader(value);
            while (reader.Read())
            {
                if (reader.Kind == MailboxPart.Mark) output.Append(reader.Part);
                else if (reader.Kind == MailboxPart.Address || MailboxReader.IsAddress(reader.Part)) WriteAddress(reader.Part, output);
                else WriteUser(reader.Part, output);
            }
            // All of it is ASCII.
            if (!reader.IsBroken && !(output.Length - start > room)) return true;
            output.Truncate(start);
            return false;
        }

        private void WriteAddress(ReadOnlySpan<byte> value, MaskOutput output)
        {
            if (foldCase)
            {
                // The room behind the result serves as scratch space; it is overwritten by the result.
                var folded = output.Reserve(value.Length)[..value.Length];
                for (var i = 0; i < folded.Length; i++)
                    folded[i] = value[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(value[i] | 0x20) : value[i];
                value = folded;
            }
            WriteUser(value, output);
            output.Append(_tail);
        }

        private void WriteUser(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var pseudonym = hash.Hash(value);
            output.Append("user_"u8);
            HexText.Append(output, pseudonym, digits);
        }
    }
}
