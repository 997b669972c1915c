using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Time;

/// <summary>Moves a date by 1 to <paramref name="range"/> days.</summary>
internal sealed class DateNoiseMask(SipHash hash, long range) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (TimestampText.IsInfinite(value))
        {
            output.Append(value);
            return;
        }
        if (!TimestampText.TryParse(value, out var date) || date.HasTime || !date.InRange(timestamp: false))
            throw new MaskException("is not a date in ISO style");
        if (date.Days == CivilDate.LastOfFourDigits)
        {
            output.Append(value);
            return;
        }
        var low = Math.Max(CivilDate.First, date.Days - range);
        var high = Math.Min(date.Days < CivilDate.LastOfFourDigits ? CivilDate.LastOfFourDigits - 1 : CivilDate.LastOfDate, date.Days + range);
        TimestampText.Append(output, (long)Draw.Between(hash.Hash(value), low, high, date.Days), null, [], []);
    }
}
