namespace CiAnon.Strategies.Time;

/// <summary>The first day of the year or month.</summary>
internal sealed class DateTruncationMask(bool toYear, bool timestamp) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var parsed) || parsed.HasTime != timestamp || !parsed.InRange(timestamp))
            throw new MaskException("is not a date or timestamp in ISO style");
        var (year, month, _) = CivilDate.FromDays(parsed.Days);
        // The calendar's own first year and month have no first day.
        var days = Math.Max(CivilDate.First, CivilDate.ToDays(year, toYear ? 1 : month, 1));
        TimestampText.Append(output, days, timestamp ? 0 : null, [], parsed.Zone);
    }
}
