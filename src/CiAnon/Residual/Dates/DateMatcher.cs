using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual.Dates;

/// <summary>Looks dates up among the days that people are born on. Every date that is read counts, as chance is reckoned from them.</summary>
/// <param name="without">A form that isn't looked for: shows that the positive control notices.</param>
internal sealed class DateMatcher(Originals originals, ValueMatches matches, OriginalForm without)
{
    /// <param name="chosen">Words that begin with a digit.</param>
    public void Match(ReadOnlySpan<byte> text, WordSplitter words, int first, int count, ReadOnlySpan<int> chosen)
    {
        var dates = new DateText(text, words, first, count);
        foreach (var word in chosen)
        {
            var reading = dates.At(word);
            if (reading.IsNone) continue;
            var form = reading.IsNamed ? OriginalForm.NamedMonth : OriginalForm.Date;
            if (form == without) continue;
            Match(reading.Day, form);
            Match(reading.Other, form);
        }
    }

    private void Match(int day, OriginalForm form)
    {
        if (day < 0) return;
        matches.Read(day);
        if (originals.BirthDays.Contains(day)) matches.Add(originals.Fingerprints.OfDay(day), PersonalKind.BirthDate, NumberForm.Date, form);
    }
}
