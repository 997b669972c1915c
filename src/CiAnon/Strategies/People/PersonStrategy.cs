using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>One invented person over several columns and tables: who it is, another column says.</summary>
public static class PersonStrategy
{
    private const int MostDigits = 32;

    private static readonly OptionDefinition Part = new("part", OptionType.Choice, "what the column holds of the person", Required: true,
        Choices: ["first_name", "last_name", "name", "initials", "username", "email"]);

    private static readonly OptionDefinition By = new("by", OptionType.Text,
        "the column that says who it is, by its original value: the same value is the same person in every column and table; where it is NULL, the value itself says so", Required: true);

    private static readonly OptionDefinition Domain = new("domain", OptionType.Text, "the host of addresses", "anon.example");

    private static readonly OptionDefinition Digits = new("digits", OptionType.Integer,
        "hexadecimal digits behind user names and before the @ of addresses; as many as keep values apart in unique columns, otherwise none", Minimum: 0, Maximum: MostDigits);

    public static readonly StrategyDefinition Definition = new(
        "person",
        "replaces what columns say of a person by one invented person: first and last name, full name, initials, user name and address belong together",
        TypeKind.Text,
        [Part, By, Domain, Digits, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "riley.blanda@anon.example for Riley Blanda, cut to the column's room; a name that happens to be the original is replaced by the next, and doesn't belong to the others then",
            Reversible: false, Hides: PersonalKind.Name, LooksLike: [PersonalKind.Name, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Email, PersonalKind.Username]),
        new StrategyExample("anna.mueller@example.org", "vesta.mcclure@anon.example", new Dictionary<string, string> { ["part"] = "email", ["by"] = "id" }),
        Compile);

    /// <summary>The host of every address that the strategy makes.</summary>
    public static string DomainOf(OptionValues options) => options[Domain]!;

    private static Compilation Compile(StrategyContext context)
    {
        var part = context.Options[Part]!;
        var domain = context.Options[Domain]!;
        if (!HostName.IsValid(domain)) return Compilation.DoesNotFit($"has the domain '{domain}', which is not a host name");
        var needed = context.DistinctValues == 0 ? 0 : Capacity.HexDigits(context.DistinctValues);
        if (needed > 0 && part is not ("username" or "email")) return Compilation.DoesNotFit($"can't keep {context.DistinctInWords} apart as {part}");
        var digits = (int)(context.Options.Integer(Digits) ?? needed);
        if (digits < needed || needed > MostDigits) return Compilation.DoesNotFit($"needs {needed} hexadecimal digits to keep {context.DistinctInWords} apart");
        var room = (context.Type.MaxLength ?? int.MaxValue) - (digits == 0 ? 0 : digits + 1) - (part == "email" ? domain.Length + 1 : 0);
        if (room < 1) return Compilation.DoesNotFit($"has no room for a name in {context.Type.Name}");
        var first = Pool.Fitting(Pools.FirstNames(context.Locale), null, context, out var problem);
        var last = Pool.Fitting(Pools.LastNames(context.Locale), null, context, out problem);
        return first is null || last is null
            ? Compilation.DoesNotFit(problem!)
            : new PersonMask(new PersonShape(new SipHash(context.Key.Hash), first, last, part, context.Options[By]!, domain, digits, room));
    }
}
