using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Time;

/// <summary>A day, or a second of a day, between two days, both included; never the original.</summary>
internal sealed class DateDrawMask(SipHash hash, long first, long last, bool timestamp) : Mask
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
}
