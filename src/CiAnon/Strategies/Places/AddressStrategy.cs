using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Places;

/// <summary>Street and number in one column, or one invented address over several columns and tables.</summary>
public static class AddressStrategy
{
    private const int FewestOfAll = 20;

    private static readonly string[] NumberFirst = ["en", "fr", "zh", "vi", "ga", "hi"];

    private static readonly OptionDefinition Part = new("part", OptionType.Choice,
        "what the column holds of the address: line is street and number, full all of it", "line",
        Choices: ["line", "street", "number", "secondary", "postal_code", "city", "region", "country", "full"]);

    private static readonly OptionDefinition By = new("by", OptionType.Text,
        "the column that says whose address it is, by its original value: the same value has the same address in every column and table; where it isn't given, or NULL, the value itself says so");

    private static readonly OptionDefinition Preserve = new("preserve_fields", OptionType.List,
        "what stays of an address in one text, which part is full then: city, region (or state), postal_code (or zip), country; where it is recognized for certain, otherwise the whole text is replaced, as it is where a town of several words may as well be somebody's name");

    public static readonly StrategyDefinition Definition = new(
        "address",
        "replaces street and number by others in the style of the locale, or what columns say of an address by one invented address whose parts belong together",
        TypeKind.Text,
        [Part, By, Preserve, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a street and a number from 1 to 299 that fit the column; a city lies in one region, and its postal codes, which have the country's form and are invented, begin alike; the country is the locale's, even where the original is, by name or by code as the original; with by, a number, postal code, city or region may be the original's by chance, so that it belongs to the rest of its address",
            Reversible: false, Hides: PersonalKind.Address, LooksLike: [PersonalKind.Address, PersonalKind.City, PersonalKind.PostalCode]),
        new StrategyExample("12 Chapel Lane", "130 Keanu Hill"),
        Compile)
    {
        HasRoomPerColumn = true,
        HidesBy = options => options[Part] switch
        {
            "line" or "street" or "full" => PersonalKind.Address,
            "postal_code" or "number" or "secondary" => PersonalKind.PostalCode,
            _ => PersonalKind.City,
        },
    };

    private static AddressFields? Kept(IReadOnlyList<string> names)
    {
        var kept = AddressFields.None;
        foreach (var name in names)
        {
            var field = name switch
            {
                "city" => AddressFields.City,
                "region" or "state" => AddressFields.Region,
                "postal_code" or "zip" => AddressFields.PostalCode,
                "country" => AddressFields.Country,
                _ => AddressFields.None,
            };
            if (field == AddressFields.None || kept.HasFlag(field)) return null;
            kept |= field;
        }
        return kept;
    }

    private static Compilation Compile(StrategyContext context)
    {
        if (Kept(context.Options.List(Preserve)) is not { } kept) return Compilation.DoesNotFit("takes city, region (state), postal_code (zip) and country under 'preserve_fields', each once; the street never stays");
        var part = kept != AddressFields.None && !context.Options.Given.ContainsKey(Part.Name) ? "full" : context.Options[Part]!;
        if (kept != AddressFields.None && part != "full") return Compilation.DoesNotFit($"preserves fields of an address in one text, not of its {part}: keep the columns that may stay");
        var room = context.Type.MaxLength;
        var country = Country.Of(context.Locale);
        var fewest = part switch { "postal_code" => country.PostalCode.Length, "number" => 3, "country" => 2, "full" => FewestOfAll, _ => 0 };
        if (room < fewest) return Compilation.DoesNotFit($"needs room for {fewest} characters, more than {context.Type.Name} has");
        string? problem = null;
        var streets = Of(Pools.Streets, part == "line" ? room - " 299".Length : part == "street" ? room : null, "line", "street", "full");
        var cities = Of(Pools.Cities, part == "city" ? room : null, "city", "postal_code", "region", "full");
        var secondaries = Of(Pools.Secondaries, room, "secondary");
        var regions = cities is null ? null : Regions.Fitting(context, part == "region" ? room : null, out problem);
        if (problem is not null) return Compilation.DoesNotFit(problem);
        var shape = new AddressShape(new SipHash(context.Key.Hash), part, context.Options[By], streets, cities, secondaries, regions, country, NumberFirst.Contains(context.Locale.Split('_')[0]), context.AsciiOnly, room, kept) { MayBePerson = context.MayBePerson };
        return new Compilation(new AddressMask(shape), null)
        {
            Cut = part is "line" or "street" ? streets!.Cut : part == "city" ? cities!.Cut : secondaries?.Cut,
            Pool = part == "street" ? streets!.Count : part == "city" ? cities!.Count : null,
            Publishes = kept == AddressFields.None ? null : $"publishes {string.Join(", ", context.Options.List(Preserve))} where they are recognized",
        };

        // The first problem counts; a part that the column doesn't show needs no values.
        Pool? Of(Func<string, IReadOnlyList<string>> values, int? most, params ReadOnlySpan<string> parts)
        {
            if (problem is not null || !parts.Contains(part)) return null;
            return Pool.Fitting(values(context.Locale), most, context, out problem);
        }
    }
}
