using System.Buffers;
using CiAnon.Strategies;

namespace CiAnon.Stages.Prose;

/// <summary>Writes a column's date as a text wrote another one: 12.05.1980 for 1980-05-12. Where the month was a word, as columns have it.</summary>
internal static class WrittenDate
{
    private const int IsoLength = 10;
    private const int YearLength = 4;

    private static readonly SearchValues<byte> Numeric = SearchValues.Create("0123456789-./_ "u8);

    /// <param name="date">As PostgreSQL writes dates and timestamps, or whatever a text column has.</param>
    /// <param name="written">The date that it replaces.</param>
    public static void Append(ReadOnlySpan<byte> date, ReadOnlySpan<byte> written, MaskOutput output)
    {
        if (!IsIso(date))
        {
            output.Append(date);
            return;
        }
        date = date[..IsoLength];
        if (written.ContainsAnyExcept(Numeric))
        {
            output.Append(date);
            return;
        }
        var year = date[..4];
        var month = date[5..7];
        var day = date[8..];
        var first = written.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (first < 0)
        {
            output.Append(year);
            output.Append(month);
            output.Append(day);
            return;
        }
        var second = written[first..].IndexOfAnyInRange((byte)'0', (byte)'9') + first;
        var separator = written[first..second];
        if (first == YearLength) Join(year, month, day, separator, output);
        else if (separator.Contains((byte)'/') && !IsDay(written[..first])) Join(month, day, year, separator, output);
        else Join(day, month, year, separator, output);
    }

    // 14/3/1987 can only be the day first; 3/14/1987 and 3/4/1987 are written where the month is.
    private static bool IsDay(ReadOnlySpan<byte> number) => number.Length == 2 && (number[0] > '1' || number[0] == '1' && number[1] > '2');

    private static void Join(ReadOnlySpan<byte> one, ReadOnlySpan<byte> two, ReadOnlySpan<byte> three, ReadOnlySpan<byte> separator, MaskOutput output)
    {
        output.Append(one);
        output.Append(separator);
        output.Append(two);
        output.Append(separator);
        output.Append(three);
    }

    // Years of four digits, and nothing of BC.
    private static bool IsIso(ReadOnlySpan<byte> date) => date.Length >= IsoLength && date[4] == '-' && date[7] == '-' && !date[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && !date[5..7].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !date[8..10].ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
