namespace CiAnon.Strategies.Time;

/// <summary>The first day of the week, month, quarter ... that a date lies in, at midnight for timestamps.</summary>
internal sealed class DateBucketMask(DateBucket bucket, bool timestamp) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var parsed) || parsed.HasTime != timestamp)
            throw new MaskException("is not a date or timestamp in ISO style");
        TimestampText.Append(output, Math.Max(First(parsed.Days), CivilDate.First), timestamp ? 0 : null, [], parsed.Zone);
    }

    private long First(long days)
    {
        var (year, month, _) = CivilDate.FromDays(days);
        return bucket switch
        {
            DateBucket.Day => days,
            // 1970-01-01 was a Thursday; weeks begin on Mondays.
            DateBucket.Week => days - ((days + 3) % 7 + 7) % 7,
            DateBucket.Month => CivilDate.ToDays(year, month, 1),
            DateBucket.Quarter => CivilDate.ToDays(year, (month - 1) / 3 * 3 + 1, 1),
            DateBucket.Year => CivilDate.ToDays(year, 1, 1),
            _ => CivilDate.ToDays((long)Math.Floor(year / 10.0) * 10, 1, 1),
        };
    }
}
