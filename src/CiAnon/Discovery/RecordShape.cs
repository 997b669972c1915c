namespace CiAnon.Discovery;

/// <summary>Values as records are numbered: <c>E0042</c>, <c>K/12345</c>, <c>50.3-1234/22</c>, <c>20260417</c>.</summary>
internal static class RecordShape
{
    private const double Most = 0.8;
    private const int Longest = 24;

    public static bool Is(ColumnSample sample) => sample.Values.Count > 0 && !sample.IsEnumLike && sample.Share(value => Is(value)) >= Most;

    // Capitals and digits; most of what isn't a mark is a digit, or little is there beside them.
    private static bool Is(ReadOnlySpan<byte> value)
    {
        var (digits, letters) = (0, 0);
        foreach (var one in value)
        {
            if (one is >= (byte)'0' and <= (byte)'9') digits++;
            else if (one is >= (byte)'A' and <= (byte)'Z') letters++;
            else if (one is not ((byte)'-' or (byte)'/' or (byte)'.' or (byte)'_' or (byte)'#' or (byte)' ')) return false;
        }
        return value.Length <= Longest && digits >= 2 && digits + 1 >= letters;
    }
}
