using System.Collections.Frozen;
using System.Text;

namespace CiAnon.Residual.Dates;

/// <summary>Names of months and their abbreviations in English, German, French, Spanish, Italian, Dutch, Polish and Portuguese, folded.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    private static readonly string[] Months =
    [
        "jan january januar janner jaenner janvier janv enero ene gennaio gen januari stycznia styczen sty janeiro",
        "feb february februar feber fevrier fevr fev febrero febbraio februari lutego luty lut fevereiro",
        "mar march marz maerz mrz mars marzo maart mrt marca marzec marco",
        "apr april avril avr abril abr aprile kwietnia kwiecien kwi",
        "may mai mayo maggio mag mei maja maj maio",
        "jun june juni juin junio giugno giu czerwca czerwiec cze junho",
        "jul july juli juillet juil julio luglio lug lipca lipiec lip julho",
        "aug august aout agosto ago augustus sierpnia sierpien sie",
        "sep september sept septembre septiembre setiembre settembre set wrzesnia wrzesien wrz setembro",
        "oct october okt oktober octobre octubre ottobre ott pazdziernika pazdziernik paz outubro out",
        "nov november novembre noviembre listopada listopad lis novembro",
        "dec december dez dezember decembre dic diciembre dicembre grudnia grudzien gru dezembro",
    ];

    private static readonly FrozenDictionary<string, int> Numbers =
        Months.SelectMany((names, month) => names.Split(' ').Select(name => KeyValuePair.Create(name, month + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Numbers.Keys.Max(name => name.Length);

    /// <summary>From 1; 0 for other words.</summary>
    /// <param name="word">Folded.</param>
    public static int NumberOf(ReadOnlySpan<byte> word)
    {
        if (word.Length < Shortest || word.Length > Longest) return 0;
        Span<char> name = stackalloc char[word.Length];
        return Ascii.ToUtf16(word, name, out var length) == System.Buffers.OperationStatus.Done ? Lookup.TryGetValue(name[..length], out var month) ? month : 0 : 0;
    }
}
