using System.Globalization;
using CiAnon.Strategies;

namespace CiAnon.Reporting.Languages;

/// <summary>Numbers, sizes, times and kinds of data in the language's own writing.</summary>
public sealed partial class ReportLanguage
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private bool IsEnglish => _texts is null;

    /// <summary>1 column, 2 columns; the noun is English and has its plural in the language's file.</summary>
    internal string Count(long number, string noun) => $"{ReportWords.Count(number)} {T(number == 1 ? noun : noun + "s")}";

    internal string Bytes(long bytes) => Decimals(ReportWords.Bytes(bytes));

    internal string Percent(long part, long whole) => Decimals(ReportWords.Percent(part, whole));

    internal string Duration(TimeSpan time) => Decimals(ReportWords.Duration(time));

    internal string Seconds(double seconds) => Decimals(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"));

    internal string Probability(double value) => Decimals(ReportWords.Probability(value));

    internal string Date(DateOnly date) => IsEnglish ? ReportWords.Date(date) : F($"{date.Day} {T(Months[date.Month - 1])} {date.Year}");

    internal string Time(DateTimeOffset time) => $"{Date(DateOnly.FromDateTime(time.UtcDateTime))}, {time.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)}";

    /// <summary>A kind of personal data as people say it.</summary>
    internal string Kind(string? kind)
    {
        if (IsEnglish) return ReportWords.Kind(kind);
        if (kind is null) return T("Other data");
        if (PersonalKinds.Find(kind) is not { } definition) return kind;
        return definition.IsSpecial ? F($"{T(definition.Title)} (GDPR Art. 9)") : T(definition.Title);
    }

    private string Decimals(string text) => IsEnglish ? text : text.Replace('.', ',');
}
