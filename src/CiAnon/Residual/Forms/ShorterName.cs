using CiAnon.Recognition;
using CiAnon.Recognition.Names;

namespace CiAnon.Residual.Forms;

/// <summary>
/// What people call somebody whose full name has three words or more: without titles, middle names, the second of two last names or what
/// follows a hyphen. <c>Dr. Anna Maria Lindqvist</c> is Anna Lindqvist, and <c>Ana Carballo Llopis</c> is Ana Carballo.
/// </summary>
internal static class ShorterName
{
    private const int FewestLetters = 3;

    private static readonly WordSet Academic = new("dr prof pd dipl ing med rer nat phil jur habil mag lic msc bsc phd mba md univ".Split(' '));

    // What companies, bands and offices begin or end with, and what joins two people.
    private static readonly WordSet NoNames = new("the das die ein eine il les los las lo het een una uno and und oder et con mit for fur ltd llc llp inc plc corp gmbh mbh kgaa ohg sarl spa srl sas group holding verein stiftung family familie".Split(' '));

    /// <summary>How many words at the beginning are titles, the last word never.</summary>
    public static int Titles(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        var word = 0;
        while (word + 2 < starts.Length && IsTitle(Word(folded, starts, word))) word++;
        return word;
    }

    public static bool IsTitle(ReadOnlySpan<byte> word) => NameWords.Titles.Contains(word) || Academic.Contains(word);

    /// <summary>Whether the first and another word say who it is: one of them is known as a name, and the other word isn't a first name or particle, unless it is the last.</summary>
    public static bool Leads(ReadOnlySpan<byte> first, ReadOnlySpan<byte> other, bool isLast)
    {
        if (!IsName(first) || !IsName(other) || NameWords.Particles.Contains(other) || NoNames.Contains(other) || IsTitle(other)) return false;
        if (!isLast && NameWords.First.Contains(other)) return false;
        return NameWords.First.Contains(first) || NameWords.Last.Contains(other);
    }

    /// <summary>Whether the two may be what somebody is called, though neither is known as a name: it counts where they are written as a name.</summary>
    public static bool MayLead(ReadOnlySpan<byte> first, ReadOnlySpan<byte> other) =>
        IsName(first) && !NameWords.Particles.Contains(first) && !NoNames.Contains(first)
        && IsName(other) && !NameWords.Particles.Contains(other) && !NoNames.Contains(other) && !IsTitle(other) && !NameWords.First.Contains(other) && !RoleWords.Contains(other);

    public static bool IsName(ReadOnlySpan<byte> word) => word.Length >= FewestLetters && !word.ContainsAnyInRange((byte)'0', (byte)'9');

    public static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts, int word) => folded[starts[word]..starts[word + 1]];
}
