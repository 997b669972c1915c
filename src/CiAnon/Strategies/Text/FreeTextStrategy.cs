using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Text;

/// <summary>Notes, messages and bodies of tickets that shall still be read.</summary>
public static class FreeTextStrategy
{
    // By the name that the option has for it. Two kinds of words are a name.
    private static readonly (ProseKind Kind, string Name, string Strategy)[] All =
    [
        (ProseKind.Email, "email", "email"),
        (ProseKind.Phone, "phone", "phone"),
        (ProseKind.Name, "name", "name"),
        (ProseKind.FirstName, "name", "first_name"),
        (ProseKind.LastName, "name", "last_name"),
        (ProseKind.Address, "address", "address"),
        (ProseKind.Iban, "iban", "iban"),
        (ProseKind.Card, "card", "card"),
        (ProseKind.NationalId, "national_id", "digits"),
        (ProseKind.Ip, "ip", "ip"),
        (ProseKind.Mac, "mac", "mac"),
        (ProseKind.Url, "url", "url"),
        (ProseKind.Token, "token", "token"),
    ];

    private static readonly string[] Names = [.. All.Select(kind => kind.Name).Distinct()];

    private static readonly OptionDefinition Kinds = new("kinds", OptionType.List,
        "what is recognized by its form, where no column of the run holds it: names of dictionaries, addresses of streets, international and national phone numbers, web addresses, secrets and the like; "
        + "originals of identifying columns are replaced whatever stands here, names of the run's that stand alone where name does",
        ListOption.Text(Names));

    public static readonly StrategyDefinition Definition = new(
        "free_text",
        "leaves a text as it was written and replaces in it what names somebody: the originals of this run's identifying columns by the pseudonyms that they got there, and what recognizers know by its form",
        TypeKind.Text,
        [Kinds],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "the same text with pseudonyms in it, a date of birth that a column holds in the text's own way of writing dates; a first name of the run's columns alone where a greeting or the dictionary says that it is one, companies of the run's that have two words or more; in a column, or inside of a value under a name, that says what its values are, such as last_name or phone_note, a value that is nothing else doesn't stay; what no column holds and no recognizer knows stays; cut at its end where the column has no room for longer pseudonyms",
            Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("Anna Müller asks about https://shop.example/orders/173?mail=anna%40x.example again",
            "Jose Rempel asks about https://e7c117ee.anon.example/d5ce485c/5e858d8d?mail=d4d9570d again"),
        Compile)
    {
        Inserts = [PersonalKind.Name, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Phone, PersonalKind.Username, PersonalKind.Address, PersonalKind.City, PersonalKind.PostalCode,
            PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Ip, PersonalKind.Device, PersonalKind.Token],
        HasRoomPerColumn = true,
    };

    private static Compilation Compile(StrategyContext context)
    {
        var chosen = context.Options.List(Kinds);
        if (chosen.FirstOrDefault(kind => !Names.Contains(kind)) is { } unknown)
            return Compilation.DoesNotFit($"knows no kind '{unknown}'; kinds are {string.Join(", ", Names)}");

        var masks = new Mask?[All.Length];
        foreach (var (kind, name, strategy) in All.Where(kind => chosen.Contains(kind.Name)))
        {
            var inner = Inner(strategy, context);
            if (inner.Mask is null) return Compilation.DoesNotFit($"replaces {name} by strategy '{strategy}', which {inner.Problem}");
            masks[(int)kind] = inner.Mask;
        }
        var left = Names.Except(chosen).ToList();
        return new Compilation(new FreeTextMask(context.Prose, new ProseRules(masks), context.Type.MaxLength), null)
        {
            Publishes = "publishes the text around what it recognizes" + (left.Count == 0 ? "" : $", and {string.Join(", ", left)} that no column of the run holds"),
        };
    }

    // As columns have it, so that an address gets the pseudonym that it would have there. What other columns of a row decide no text tells.
    private static Compilation Inner(string strategy, StrategyContext context)
    {
        var text = new ColumnType("text", TypeKind.Text, "text");
        var common = context.Common?.Invoke(strategy) is { } options ? context.Inside!(strategy, options, text) : default;
        return common.Mask is { SeesRow: false } ? common : context.Inside!(strategy, OptionValues.None, text);
    }
}
