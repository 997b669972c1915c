using System.Globalization;
using System.Text.RegularExpressions;

namespace CiAnon.Policies.Import;

/// <summary>Dates and intervals as other tools write them.</summary>
internal static partial class ForeignDates
{
    private const int DaysOfMonth = 30;
    private const int DaysOfYear = 365;

    public static bool IsAbsolute(string text) => Absolute().IsMatch(text);

    /// <summary>Our range for an interval (ISO 8601, words, or hours:minutes:seconds); null when it isn't understood. Parts below a day count up.</summary>
    public static string? Range(string interval)
    {
        if (Clock().Match(interval) is { Success: true } clock) return $"{int.Parse(clock.Groups["hours"].Value, CultureInfo.InvariantCulture) + 1} hours";
        var (days, hours) = (0L, 0L);
        if (TrailingClock().Match(interval) is { Success: true } time)
        {
            interval = interval[..time.Index];
            hours++;
        }
        var parts = interval.StartsWith('P') ? Iso().Matches(interval) : Words().Matches(interval);
        if (parts.Count == 0 || parts.Sum(part => part.Length) < interval.Replace("P", "", StringComparison.Ordinal).Replace("T", "", StringComparison.Ordinal).Length) return null;
        var inTime = interval.StartsWith('P') ? interval.IndexOf('T', StringComparison.Ordinal) : -1;
        foreach (Match part in parts)
        {
            if (!long.TryParse(part.Groups["count"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || Math.Abs(count) > 10_000) return null;
            var isTime = inTime >= 0 && part.Index > inTime;
            switch (part.Groups["unit"].Value.ToLowerInvariant())
            {
                case "y" or "year": days += count * DaysOfYear; break;
                case "m" when !isTime: days += count * DaysOfMonth; break;
                case "month" or "mon": days += count * DaysOfMonth; break;
                case "w" or "week": days += count * 7; break;
                case "d" or "day": days += count; break;
                case "h" or "hour": hours += count; break;
                default: hours += 1; break;
            }
        }
        if (days == 0 && hours > 0) return $"{hours} hours";
        return days > 0 ? $"{days} days" : null;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([+-]\d{2}(:?\d{2})?|Z)?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^(?<hours>\d{1,4}):\d{2}(:\d{2}(\.\d+)?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\s+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailingClock();

    [GeneratedRegex(@"(?<count>\d+)(?<unit>[YMWDHS])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\s*(?<count>[+-]?\d+)\s*(?<unit>year|month|mon|week|day|hour|minute|second)s?\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();
}
