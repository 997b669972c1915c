using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Time;

/// <summary>A day, or a second of a day, of the interval that the original lies in, both ends included; never the original.</summary>
/// <param name="intervals">Rising; what lies before the first or between two belongs to the later one, what lies behind the last to the last.</param>
internal sealed class DateDrawMask(SipHash hash, (long First, long Last)[] intervals, bool timestamp) : Mask
{
    private const long Day = 86400;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var parsed) || parsed.HasTime != timestamp)
            throw new MaskException("is not a date or timestamp in ISO style");
        var (first, last) = IntervalOf(parsed.Days);
        var random = hash.Hash(value);
        if (!timestamp)
        {
            TimestampText.Append(output, (long)Draw.Between(random, first, last, parsed.Days), null, [], []);
            return;
        }
        var moment = (long)Draw.Between(random, first * Day, (last + 1) * Day - 1, parsed.Days * Day + parsed.Seconds);
        var days = (long)Math.Floor((decimal)moment / Day);
        TimestampText.Append(output, days, (int)(moment - days * Day), [], parsed.Zone);
    }

    private (long First, long Last) IntervalOf(long day)
    {
        foreach (var interval in intervals)
            if (day <= interval.Last) return interval;
        return intervals[^1];
    }
}
