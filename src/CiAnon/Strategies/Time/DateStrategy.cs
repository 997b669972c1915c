using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Keys;

namespace CiAnon.Strategies.Time;

/// <summary>Coarser dates, or random ones within an interval.</summary>
public static class DateStrategy
{
    private static readonly OptionDefinition Truncate = new("truncate", OptionType.Choice,
        "the first day of the date's year or month, at midnight for timestamps", Choices: ["year", "month"]);

    private static readonly OptionDefinition From = new("from", OptionType.Date, "first day of an interval to draw from; goes with 'to'");

    private static readonly OptionDefinition To = new("to", OptionType.Date, "last day of the interval, inclusive");

    public static readonly StrategyDefinition Definition = new(
        "date",
        "truncates a date or timestamp to its year or month, or draws one from an interval",
        TypeKind.Date | TypeKind.Timestamp,
        [Truncate, From, To, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a date or timestamp, the zone's offset as it was; infinity stays", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("1984-05-17", "1984-01-01", new Dictionary<string, string> { ["truncate"] = "year" }, TypeKind.Date),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var timestamp = context.Type.Kind == TypeKind.Timestamp;
        var (truncate, from, to) = (context.Options[Truncate], context.Options[From], context.Options[To]);
        if (truncate is not null)
        {
            return from is null && to is null
                ? new DateTruncationMask(truncate == "year", timestamp)
                : Compilation.DoesNotFit("takes either 'truncate' or 'from' and 'to'");
        }
        if (from is null || to is null)
            return Compilation.DoesNotFit("needs either 'truncate' or both 'from' and 'to'");
        var (first, last) = (ToDays(from), ToDays(to));
        return first < last
            ? new DateDrawMask(new SipHash(context.Key.Hash), first, last, timestamp)
            : Compilation.DoesNotFit("has a 'to' that isn't after its 'from'");
    }

    private static long ToDays(string date)
    {
        var parsed = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return CivilDate.ToDays(parsed.Year, parsed.Month, parsed.Day);
    }
}
