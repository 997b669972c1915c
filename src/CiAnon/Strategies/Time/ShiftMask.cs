using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Time;

/// <summary>Moves a date or timestamp by 1 to <paramref name="range"/> steps, back or forth.</summary>
/// <param name="step">Seconds: those of a day, or 1.</param>
/// <param name="by">The column whose value decides how far; null where nothing does.</param>
internal sealed class ShiftMask(SipHash hash, long range, long step, string? by, bool timestamp, int place = -1) : Mask
{
    private const long Day = 86400;

    public override bool SeesRow => by is not null;

    public override IReadOnlyList<string> Columns => by is null ? [] : [by];

    public override IReadOnlyList<int> Reads => place < 0 ? [] : [place];

    public override Mask For(RowShape row) => by is null ? this : new ShiftMask(hash, range, step, by, timestamp, row.FieldOf(by));

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Apply(value, default(ReadOnlySpan<byte>), output);

    public override void Apply(ReadOnlySpan<byte> value, Row row, MaskOutput output) => Apply(value, place < 0 ? default : row[place], output);

    private void Apply(ReadOnlySpan<byte> value, ReadOnlySpan<byte> subject, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var parsed) || parsed.HasTime != timestamp || !parsed.InRange(timestamp))
            throw new MaskException("is not a date or timestamp in ISO style");
        // Whoever knows where it was would know how far all dates of the subject moved.
        if (parsed.IsOpen)
        {
            output.Append(value);
            return;
        }
        var distance = (long)Draw.Between(hash.Hash(subject), -range, range, 0) * step;
        var original = parsed.Days * Day + parsed.Seconds;
        var moved = original + distance;
        // A day's distance from the type's limits, so that no offset from UTC carries the result beyond them.
        if (moved < (CivilDate.First + 1) * Day || moved >= (timestamp ? CivilDate.LastOfTimestamp : CivilDate.LastOfDate) * Day)
            throw new MaskException("lies too near to the end of what its type can be");
        var days = Math.DivRem(moved, Day, out var seconds);
        if (seconds < 0) (days, seconds) = (days - 1, seconds + Day);
        TimestampText.Append(output, days, timestamp ? (int)seconds : null, parsed.Fraction, parsed.Zone);
    }
}
