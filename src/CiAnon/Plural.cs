namespace CiAnon;

/// <summary>Numbers with their nouns in messages.</summary>
internal static class Plural
{
    /// <summary>1 value, 2 values.</summary>
    public static string Of(long number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
