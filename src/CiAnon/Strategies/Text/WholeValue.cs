namespace CiAnon.Strategies.Text;

/// <summary>
/// Tells a value from a text about it, where a column's name says what it holds and its strategy takes it for prose: <c>phone_note</c> may
/// hold notes, or numbers.
/// </summary>
internal static class WholeValue
{
    private const int Longest = 60;
    private const int MostBlanksOfName = 3;

    /// <summary>Whether the text can be a value of the kind and nothing else.</summary>
    public static bool Is(PersonalKind kind, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > Longest) return false;
        var digits = 0;
        var letters = 0;
        var blanks = 0;
        foreach (var one in text)
        {
            if (char.IsAsciiDigit((char)one)) digits++;
            else if (char.IsAsciiLetter((char)one) || one >= 0x80) letters++;
            else if (one is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') blanks++;
        }
        return kind switch
        {
            PersonalKind.FirstName or PersonalKind.LastName or PersonalKind.Name => letters > 0 && digits == 0 && blanks <= MostBlanksOfName,
            PersonalKind.Email or PersonalKind.Username or PersonalKind.Token => blanks == 0 && letters + digits > 0,
            PersonalKind.Address => letters > 0 && digits > 0,
            _ => digits > 0 && digits >= letters,
        };
    }
}
