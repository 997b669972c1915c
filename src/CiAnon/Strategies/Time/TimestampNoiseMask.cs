using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Time;

/// <summary>Moves a timestamp by 1 to <paramref name="range"/> seconds; fraction and zone stay as written.</summary>
internal sealed class TimestampNoiseMask(SipHash hash, long range) : Mask
{
    private const long Day = 86400;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var timestamp) || !timestamp.HasTime || !timestamp.InRange(timestamp: true))
            throw new MaskException("is not a timestamp in ISO style");

        if (timestamp.Days == CivilDate.LastOfFourDigits)
        {
            output.Append(value);
            return;
        }
        // A day's distance from the type's limits, so that no offset from UTC carries the result beyond them.
        var original = timestamp.Days * Day + timestamp.Seconds;
        var low = Math.Max((CivilDate.First + 1) * Day, original - range);
        var last = timestamp.Days < CivilDate.LastOfFourDigits ? CivilDate.LastOfFourDigits : CivilDate.LastOfTimestamp;
        var high = Math.Min(last * Day - 1, original + range);
        if (low > high)
            throw new MaskException("lies at the end of what a timestamp can be");
        var moved = (long)Draw.Between(hash.Hash(value), low, high, original);
        var days = Math.DivRem(moved, Day, out var seconds);
        if (seconds < 0)
            (days, seconds) = (days - 1, seconds + Day);
        TimestampText.Append(output, days, (int)seconds, timestamp.Fraction, timestamp.Zone);
    }
}
