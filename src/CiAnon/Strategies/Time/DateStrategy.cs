using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Time;

/// <summary>Coarser dates, or random ones within an interval.</summary>
public static class DateStrategy
{
    private static readonly OptionDefinition Truncate = new("truncate", OptionType.Choice,
        "the first day of the date's year or month, at midnight for timestamps", Choices: ["year", "month"]);

    private static readonly OptionDefinition From = new("from", OptionType.Date, "first day of an interval to draw from; goes with 'to'");

    private static readonly OptionDefinition To = new("to", OptionType.Date, "last day of the interval, inclusive");

    private static readonly OptionDefinition Ages = new("ages", OptionType.List,
        "where bands of ages begin, rising: [0, 18, 30, 65]; a date of birth becomes another one of its band; goes with 'on'");

    private static readonly OptionDefinition On = new("on", OptionType.Date, "the day on which ages are counted, so that bands don't move from run to run");

    public static readonly StrategyDefinition Definition = new(
        "date",
        "truncates a date or timestamp to its year or month, or draws one from an interval, or from those of the same age",
        TypeKind.Date | TypeKind.Timestamp,
        [Truncate, From, To, Ages, On, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a date or timestamp, the zone's offset as it was; infinity stays; of the oldest band one up to 25 years before its beginning", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("1984-05-17", "1984-01-01", new Dictionary<string, string> { ["truncate"] = "year" }, TypeKind.Date),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var timestamp = context.Type.Kind == TypeKind.Timestamp;
        var (truncate, from, to) = (context.Options[Truncate], context.Options[From], context.Options[To]);
        var (ages, on) = (context.Options.List(Ages), context.Options[On]);
        string[] ways = [.. new[] { truncate is null ? null : "truncate", from is null && to is null ? null : "from", ages.Count == 0 && on is null ? null : "ages" }.OfType<string>()];
        if (ways.Length != 1) return Compilation.DoesNotFit("takes either 'truncate', or 'from' and 'to', or 'ages' and 'on'");
        return ways[0] switch
        {
            "truncate" => new DateTruncationMask(truncate == "year", timestamp),
            "from" => Between(context, from, to, timestamp),
            _ => OfAge(context, ages, on, timestamp),
        };
    }

    private static Compilation Between(StrategyContext context, string? from, string? to, bool timestamp)
    {
        if (from is null || to is null) return Compilation.DoesNotFit("needs both 'from' and 'to'");
        var (first, last) = (ToDays(from), ToDays(to));
        return first < last
            ? new DateDrawMask(new SipHash(context.Key.Hash), [(first, last)], timestamp)
            : Compilation.DoesNotFit("has a 'to' that isn't after its 'from'");
    }

    private static Compilation OfAge(StrategyContext context, IReadOnlyList<string> ages, string? on, bool timestamp)
    {
        if (ages.Count == 0 || on is null) return Compilation.DoesNotFit("needs both 'ages' and 'on'");
        var years = ages.Select(age => int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= AgeBands.Oldest ? number : -1).ToList();
        if (years.Contains(-1)) return Compilation.DoesNotFit($"has an age that is no whole number from 0 to {AgeBands.Oldest}");
        for (var i = 1; i < years.Count; i++)
            if (years[i] <= years[i - 1]) return Compilation.DoesNotFit("has ages that don't rise");
        return new DateDrawMask(new SipHash(context.Key.Hash), AgeBands.Of(years, ToDate(on)), timestamp);
    }

    private static long ToDays(string date)
    {
        var parsed = ToDate(date);
        return CivilDate.ToDays(parsed.Year, parsed.Month, parsed.Day);
    }

    private static DateOnly ToDate(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
