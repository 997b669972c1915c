namespace CiAnon.Discovery.Shapes;

/// <summary>Values as records are numbered: <c>E0042</c>, <c>K/12345</c>, <c>50.3-1234/22</c>, <c>20260417</c>.</summary>
internal static class RecordShape
{
    private const double Most = 0.8;
    private const double MostDiffer = 0.95;
    private const int FewestOfShort = 5;
    private const int MostOfShort = 12;
    private const int Longest = 36;

    public static bool Is(ColumnSample sample) => sample.Values.Count > 0 && !sample.IsEnumLike && (sample.Share(value => Is(value)) >= Most || AreShort(sample));

    // F8VVL, QXJZTRK: capitals and digits, all of one length and hardly one twice.
    private static bool AreShort(ColumnSample sample) => sample.Values[0].Length is >= FewestOfShort and <= MostOfShort && sample.Distinct >= sample.Count * MostDiffer
        && sample.Share(value => value.Length == sample.Values[0].Length && Array.TrueForAll(value, one => one is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z')) >= Most;

    // Capitals and digits; most of what isn't a mark is a digit, or little is there beside them.
    private static bool Is(ReadOnlySpan<byte> value)
    {
        var (digits, letters) = (0, 0);
        foreach (var one in value)
        {
            // A letter of another script, by its first byte: КЛ-00042.
            if (one >= 0xC3)
            {
                letters++;
                continue;
            }
            if (one is >= 0x80 and < 0xC0) continue;
            if (one is >= (byte)'0' and <= (byte)'9') digits++;
            else if (one is >= (byte)'A' and <= (byte)'Z') letters++;
            else if (one is not ((byte)'-' or (byte)'/' or (byte)'.' or (byte)'_' or (byte)'#' or (byte)' ')) return false;
        }
        return value.Length <= Longest && digits >= 2 && digits + 1 >= letters;
    }
}
