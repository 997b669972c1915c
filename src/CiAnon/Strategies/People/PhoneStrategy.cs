using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Ids;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>Phone numbers that nobody answers (<c>local</c>), or the same shape with other digits (<c>keep</c>).</summary>
public static class PhoneStrategy
{
    private static readonly OptionDefinition Format = new("format", OptionType.Choice,
        "local: a number that is reserved for fiction, so nobody can be called, of the locale's country, or of North America where that keeps none; " +
        "e164 and national: such a number as +493023125123 or 030 23125123; " +
        "keep: country code and separators stay, all other digits change, one to one; other words than tel, ext, fax, mob, mobil, mobile and cell become x",
        "local", Choices: ["local", "e164", "national", "keep"]);

    private static readonly OptionDefinition Country = new("country", OptionType.Choice,
        "whose number is drawn, unless the format is kept. locale: the policy's; keep: the country's whose code the value has (+49, 0049), where it keeps numbers for fiction: +1, +33, +44, +49 and +61",
        "locale", Choices: ["locale", "keep"]);

    public static readonly StrategyDefinition Definition = new(
        "phone",
        "replaces a phone number by one reserved for fiction, or by one of the same shape",
        TypeKind.Text | TypeKind.Integer,
        [Format, Country, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "local, e164 and national: one of 5,000 to 80,000 numbers, too few for unique columns; " +
            "keep: one to one and reversible, same length, but the number may belong to somebody", Reversible: true, Hides: PersonalKind.Phone, LooksLike: [PersonalKind.Phone]),
        new StrategyExample("+49 151 2345678", "+49 568 1702271", new Dictionary<string, string> { ["format"] = "keep" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var integer = context.Type.Kind == TypeKind.Integer;
        if (context.Options[Format] == "keep")
        {
            var permutation = new DigitPermutation(context.Key.Permutation);
            return integer ? new IntegerDigitsMask(permutation, []) : new PhoneDigitsMask(permutation);
        }
        if (integer)
            return Compilation.DoesNotFit($"writes text, but the column is {context.Type.Name}; use 'format: keep'");

        var numbers = FictionalNumbers.Of(context.Locale);
        if (context.DistinctValues > 0)
        {
            return Compilation.DoesNotFit(
                $"has {numbers.Count} fictional numbers for locale '{context.Locale}', " +
                $"too few to keep {context.DistinctInWords} apart; use 'format: keep'");
        }
        var keepsCountry = context.Options[Country] == "keep";
        var length = keepsCountry ? Math.Max(FictionalNumbers.Longest, numbers.Length) : numbers.Length;
        if (context.Type.MaxLength < length)
        {
            return Compilation.DoesNotFit(
                $"gives {length} characters, but {context.Type.Name} has room for {context.Type.MaxLength}; use 'format: keep'");
        }
        var format = context.Options[Format] switch { "e164" => PhoneFormat.E164, "national" => PhoneFormat.National, _ => PhoneFormat.Local };
        return new FictionalPhoneMask(new SipHash(context.Key.Hash), numbers, format, keepsCountry);
    }
}
