namespace CiAnon.Discovery.Shapes;

/// <summary>Codes that somebody thought up or counted: a secret is drawn at random.</summary>
internal static class CodeShape
{
    private const double Most = 0.95;

    /// <summary>What the values are, in words; null where they may be random.</summary>
    /// <param name="mayBePassword">Words may be secrets: the column's name says so.</param>
    public static string? Of(ColumnSample sample, bool mayBePassword) =>
        !mayBePassword && sample.Share(IsKey) >= Most ? "words, as keys of settings are"
        : sample.Share(value => IsNumbered(value, sample.Values[0])) >= Most ? "numbered, as records are"
        : null;

    // site_title, mail.smtp.port, session-timeout
    private static bool IsKey(byte[] value)
    {
        if (value.Length is 0 or > 80) return false;
        var words = 1;
        foreach (var one in value)
        {
            if (one is (byte)'_' or (byte)'.' or (byte)'-') words++;
            else if (one is not (>= (byte)'a' and <= (byte)'z')) return false;
        }
        // One word alone may be somebody's password.
        return words > 1;
    }

    // R-2024-00123: the letters stay and the digits count.
    private static bool IsNumbered(byte[] value, byte[] first)
    {
        var letters = 0;
        while (letters < Math.Min(value.Length, first.Length) && IsLetter(value[letters]) && value[letters] == first[letters]) letters++;
        if (letters == 0 || value.Length > 24) return false;
        foreach (var one in value.AsSpan(letters))
            if (one is not (>= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'/' or (byte)'.' or (byte)'_')) return false;
        return value.Length > letters;
    }

    private static bool IsLetter(byte one) => one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z';
}
