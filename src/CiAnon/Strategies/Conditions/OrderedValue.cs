using System.Buffers.Text;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Conditions;

/// <summary>A number, or a moment as seconds since 1970 in its own zone; exact as far as 28 digits go.</summary>
internal readonly record struct OrderedValue(decimal? Exact, double Rough)
{
    /// <summary>Below, at or above 0, as with every comparison.</summary>
    public int Order(OrderedValue other) =>
        Exact is { } mine && other.Exact is { } its ? mine.CompareTo(its) : Rough.CompareTo(other.Rough);

    /// <summary>Null where the text is neither.</summary>
    public static OrderedValue? Parse(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("infinity"u8) || text.SequenceEqual("Infinity"u8)) return new(null, double.PositiveInfinity);
        if (text.SequenceEqual("-infinity"u8) || text.SequenceEqual("-Infinity"u8)) return new(null, double.NegativeInfinity);
        if (TimestampText.TryParse(text, out var moment)) return Moment(moment);
        if (Utf8Parser.TryParse(text, out decimal exact, out var used) && used == text.Length) return new(exact, (double)exact);
        return Utf8Parser.TryParse(text, out double rough, out used) && used == text.Length && !double.IsNaN(rough) ? new(null, rough) : null;
    }

    private static OrderedValue Moment(TimestampText moment)
    {
        _ = Utf8Parser.TryParse(moment.Fraction, out decimal fraction, out _);
        var seconds = moment.Days * 86400m + moment.Seconds + fraction;
        return new(seconds, (double)seconds);
    }
}
