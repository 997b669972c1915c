using System.Buffers.Text;
using CiAnon.Discovery;
using CiAnon.Recognition.Names;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>A month, a day or a year that stands alone as a number: another one of its kind, as a form or a payment provider would take it.</summary>
internal static class DatePart
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly HashSet<string> Months = ["month", "months", "monat", "mois", "mes", "mese", "maand", "manad", "maned", "miesiac", "kuukausi"];
    private static readonly HashSet<string> Days = ["day", "days", "tag", "jour", "dia", "giorno", "dag", "dzien", "paiva"];
    private static readonly HashSet<string> Years = ["year", "years", "jahr", "annee", "ano", "anno", "jaar", "ar", "rok", "vuosi", "yr"];

    private static readonly MaskChoice Month = new("random", ("between", ListOption.Text(["1", "12"])));

    // Every month has them.
    private static readonly MaskChoice Day = new("random", ("between", ListOption.Text(["1", "28"])));

    private static readonly MaskChoice Year = new("noise", ("range", "3"));

    /// <summary>Null where the values are no such part, or there are none to tell by.</summary>
    public static MaskChoice? Of(ColumnCase column)
    {
        if (column.Sample is not { Count: > 0 } sample) return null;
        var words = NameParts.Of(column.Column.Name);
        if (IsOf(words, Months, "monat") && AreAll(sample, 1, 12)) return Month;
        if (IsOf(words, Days, "tag") && AreAll(sample, 1, 31)) return Day;
        return IsOf(words, Years, "jahr") && AreAll(sample, FirstYear, LastYear) ? Year : null;
    }

    // German writes them together: Ablaufmonat.
    private static bool IsOf(IReadOnlyList<string> words, HashSet<string> known, string end) => words.Any(word => known.Contains(word) || word.EndsWith(end, StringComparison.Ordinal));

    private static bool AreAll(ColumnSample sample, int lowest, int highest) =>
        sample.Values.All(value => Utf8Parser.TryParse(value, out int number, out var length) && length == value.Length && number >= lowest && number <= highest);
}
