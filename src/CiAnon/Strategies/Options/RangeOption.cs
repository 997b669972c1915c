using System.Globalization;

namespace CiAnon.Strategies.Options;

/// <summary>What a <see cref="OptionType.Range"/> says: seconds, a share of the value, or an amount.</summary>
internal readonly record struct RangeOption(RangeKind Kind, decimal Amount)
{
    public const string Form = "a span such as '90 days' (seconds, minutes, hours, days, weeks, months, years), '10%' or '500'";

    /// <summary>What <see cref="Parse"/> takes, but for its bounds, as a regular expression of JSON Schema.</summary>
    public const string Pattern = "^ *(?=[0-9.]*[1-9])([0-9]+\\.?[0-9]*|\\.[0-9]+)( *%| +(seconds?|minutes?|hours?|days?|weeks?|months?|years?))? *$";

    private const decimal Day = 86400;
    private const decimal Highest = 1_000_000_000_000_000_000;

    /// <summary>Months count 30 days and years 365: a range is a bound, not a date.</summary>
    public static RangeOption? Parse(string text)
    {
        text = text.Trim();
        if (text.EndsWith('%'))
            return Positive(text[..^1].TrimEnd()) is { } percent and <= 1000 ? new(RangeKind.Percent, percent) : null;
        if (Positive(text) is { } amount)
            return new(RangeKind.Amount, amount);

        var split = text.IndexOf(' ', StringComparison.Ordinal);
        if (split < 0 || Positive(text[..split]) is not { } count)
            return null;
        decimal? unit = text[(split + 1)..].Trim() switch
        {
            "second" or "seconds" => 1,
            "minute" or "minutes" => 60,
            "hour" or "hours" => 3600,
            "day" or "days" => Day,
            "week" or "weeks" => 7 * Day,
            "month" or "months" => 30 * Day,
            "year" or "years" => 365 * Day,
            _ => null,
        };
        return count <= 1_000_000 && unit is not null ? new(RangeKind.Duration, count * unit.Value) : null;
    }

    private static decimal? Positive(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Highest
            ? number
            : null;
}
