using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>One invented person over several columns and tables: who it is, another column says.</summary>
public static class PersonStrategy
{
    private const int MostDigits = 32;

    private static readonly OptionDefinition Part = new("part", OptionType.Choice, "what the column holds of the person", Required: true,
        Choices: ["title", "gender", "first_name", "last_name", "name", "initials", "username", "email"]);

    private static readonly OptionDefinition By = new("by", OptionType.Text,
        "the column that says who it is, by its original value: the same value is the same person in every column and table; where it isn't given, or NULL, the value itself says so, as an address may for the names beside it (by: email)");

    private static readonly OptionDefinition Domain = new("domain", OptionType.Text, "the host of addresses", "anon.example");

    private static readonly OptionDefinition Digits = new("digits", OptionType.Integer,
        "hexadecimal digits behind user names and before the @ of addresses; as many as keep values apart in unique columns, otherwise none", Minimum: 0, Maximum: MostDigits);

    private static readonly OptionDefinition Values = new("values", OptionType.List,
        "how a column of genders or titles writes women and men, in this order: [f, m], [2, 1], [Frau, Herr]; without it by what an enum type or a CHECK allows, else as each value is written (male, M, männlich; an m is a German's beside w, anybody else's beside f), titles in the locale's language");

    public static readonly StrategyDefinition Definition = new(
        "person",
        "replaces what columns say of a person by one invented person: title, gender, first and last name, full name, initials, user name and address belong together",
        TypeKind.Text | TypeKind.Integer | TypeKind.Boolean | TypeKind.Enum,
        [Part, By, Values, Domain, Digits, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.WithinCapacity, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "riley.blanda@anon.example for Riley Blanda, cut to the column's room; a name that happens to be the original is replaced by the next, and doesn't belong to the others then; women and men are drawn alike and have first names and titles that fit, nobody else is, as the few who are would be known again; where an e-mail address stands in brackets behind a name (Anna Berg <anna@x.example>), in a list or behind mailto:, it is the person that it is alone, the name is that person's (in a unique column with digits behind it), and each further address of a list is another person",
            Reversible: false, Hides: PersonalKind.Name, LooksLike: [PersonalKind.Name, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Email, PersonalKind.Username]),
        new StrategyExample("anna.mueller@example.org", "velma.mcclure@anon.example", new Dictionary<string, string> { ["part"] = "email", ["by"] = "id" }),
        Compile)
    {
        DrawsFromAllowed = true,
        HidesBy = options => options[Part] switch
        {
            "title" or "gender" => PersonalKind.Gender,
            "first_name" => PersonalKind.FirstName,
            "last_name" => PersonalKind.LastName,
            "username" => PersonalKind.Username,
            "email" => PersonalKind.Email,
            _ => PersonalKind.Name,
        },
    };

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
        if (part is not ("title" or "gender") && context.Options[Values] is not null) return Compilation.DoesNotFit($"has values, which the part {part} has no use for");
        if (part is not ("title" or "gender") && context.Type.Kind != TypeKind.Text) return Compilation.DoesNotFit($"writes a text for the part {part}");
        if (room < 1) return Compilation.DoesNotFit($"has no room for a name in {context.Type.Name}");
        string? problem = null;
        var form = part is "title" or "gender" ? GenderForms.Of(context, context.Options.List(Values), part == "title", out problem) : null;
        if (problem is not null) return Compilation.DoesNotFit(problem);
        if (Fitting(Pools.WomensNames) is not { } women || Fitting(Pools.MensNames) is not { } men || Fitting(Pools.LastNames) is not { } last) return Compilation.DoesNotFit(problem!);
        return new PersonMask(new PersonShape(new SipHash(context.Key.Hash), women, men, last, FamilyNames.ComeFirst(context.Locale), part, form, context.Options[By], domain, digits, room, context.Type.MaxLength));

        Pool? Fitting(Func<string, IReadOnlyList<string>> names) => Pool.Fitting(names(context.Locale), null, context, out problem);
    }
}
