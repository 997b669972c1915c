using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Time;

/// <summary>Dates of one subject moved by one amount, so that their order and what lies between them stay.</summary>
public static class ShiftStrategy
{
    private const long Day = 86400;

    private static readonly OptionDefinition Range = new("range", OptionType.Range,
        "how far values move at most, back or forth, never by nothing: '90 days', '2 years'; whole days, unless it is shorter than one", Required: true);

    private static readonly OptionDefinition By = new("by", OptionType.Text,
        "the column that says whose date it is, by its original value: all dates of one subject move by the same amount, in every table; without it all dates move alike");

    public static readonly StrategyDefinition Definition = new(
        "shift",
        "moves dates and timestamps by an amount that is the same for all of one subject: order and intervals stay",
        TypeKind.Date | TypeKind.Timestamp,
        [Range, By, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a date or timestamp, time of day and zone as they were; infinity stays, and so do 9999-12-31 and 0001-01-01, which say that something has no end or no beginning; intervals stay too, and whoever knows one date of a subject knows all: leave a date that stands for none (1900-01-01) with 'unless'",
            Reversible: true, Hides: null, LooksLike: [PersonalKind.BirthDate]),
        new StrategyExample("1984-05-17", "1984-03-12", new Dictionary<string, string> { ["range"] = "90 days" }, TypeKind.Date),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var range = RangeOption.Parse(context.Options[Range]!)!.Value;
        if (range.Kind != RangeKind.Duration) return Compilation.DoesNotFit("has a range in numbers; write it like '90 days'");
        var step = range.Amount >= Day ? Day : 1;
        if (context.Type.Kind == TypeKind.Date && step != Day) return Compilation.DoesNotFit($"has a range below one day, the smallest step of {context.Type.Name}");
        var mask = new ShiftMask(new SipHash(context.Key.Hash), (long)(range.Amount / step), step, context.Options[By], context.Type.Kind == TypeKind.Timestamp);
        return new Compilation(mask, null)
        {
            Publishes = context.Options[By] is { } by ? $"publishes the intervals between the dates of each {by}" : "publishes the intervals between all dates",
        };
    }
}
