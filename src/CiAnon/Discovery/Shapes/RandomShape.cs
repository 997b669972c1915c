using System.Buffers.Text;

namespace CiAnon.Discovery.Shapes;

/// <summary>Values that look drawn at random: hexadecimal digits, Base64, addresses that end in such.</summary>
internal static class RandomShape
{
    private const double Most = 0.8;
    private const int Fewest = 12;
    private const int Long = 24;

    public static bool Is(ColumnSample sample) => sample.Values.Count > 0 && sample.Share(value => Is(value)) >= Most;

    /// <summary>UUIDs and numbers: they name rows.</summary>
    public static bool IsKeys(ColumnSample sample) => sample.Share(value => (Utf8Parser.TryParse(value, out Guid _, out var read) && read == value.Length) || Array.TrueForAll(value, one => one is >= (byte)'0' and <= (byte)'9')) >= Most;

    private static bool Is(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("\\x"u8)) value = value[2..];
        var (digits, lower, upper) = (0, 0, 0);
        foreach (var one in value)
        {
            if (one is >= (byte)'0' and <= (byte)'9') digits++;
            else if (one is >= (byte)'a' and <= (byte)'z') lower++;
            else if (one is >= (byte)'A' and <= (byte)'Z') upper++;
            else if (one is not ((byte)'+' or (byte)'/' or (byte)'=' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)':' or (byte)'$')) return false;
        }
        var isMixed = upper > 0 && lower > 0;
        // Names of hosts and files have dots, too.
        if (!isMixed && value.Contains((byte)'.')) return false;
        // Of a run without a mark few digits are enough: words with a number behind them are shorter, or have marks between them.
        var fewest = value.Length >= Long && digits + lower + upper == value.Length ? 16 : 8;
        return value.Length >= Fewest && digits >= 1 && lower + upper >= 1 && digits + lower + upper >= Fewest
            && (isMixed ? upper * 8 >= value.Length && lower * 8 >= value.Length : digits * fewest >= value.Length);
    }
}
