using CiAnon.Reporting.Languages;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Reporting;

/// <summary>What a report holds is put together of phrases: the German page says each of them in German. Reasons of plans are looked at by every test that makes one.</summary>
public class ReportPhraseTests
{
    [Theory]
    [InlineData("foreign key to kept public.users.id", "Fremdschlüssel auf public.users.id, das behalten ist")]
    [InlineData("keep (four words, all ours)", "behalten (four words, all ours)")]
    [InlineData("rule, undecided (free text, 70 %: sentences of up to 9 bytes), publishes the text around what it recognizes", "Regel, nicht entschieden (Freitext, 70 %: sentences of up to 9 bytes), veröffentlicht den Text um das herum, was erkannt wird")]
    [InlineData("rule, fits CHECK short of public.a", "Regel, passt zu CHECK short von public.a")]
    [InlineData("rule, CHECK c of public.a not tried: no invented value satisfies it", "Regel, CHECK c von public.a nicht probiert: kein erfundener Wert erfüllt sie")]
    [InlineData("7 created by PostgreSQL over the anonymized rows, 2 unchanged: neither their columns nor their rows changed since they held in production; 1 with the same function on both sides",
        "7 von PostgreSQL über den anonymisierten Zeilen angelegt, 2 unverändert: Weder ihre Spalten noch ihre Zeilen haben sich geändert, seit sie in der Produktion galten; 1 mit derselben Funktion auf beiden Seiten")]
    [InlineData("measured and reported only, as the policy declares nothing for them: public.a, public.b", "nur gemessen und berichtet, da die Richtlinie für sie nichts erklärt: public.a, public.b")]
    [InlineData("somebody's words, as they are", "somebody's words, as they are")]
    public void A_report_s_phrases_are_said_in_German_and_people_s_words_stay(string english, string german)
    {
        Assert.Equal(german, ReportLanguage.German.Known(english));
        Assert.Equal(english, ReportLanguage.English.Known(english));
    }

    [Fact]
    public void A_phrase_without_German_is_noticed() => Assert.False(ReportLanguage.German.Knows("rule, publishes the colour of shoes"));

    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void What_a_strategy_leaves_is_said_in_German(string strategy, string options, string type)
    {
        var left = StrategyRun.Compile(strategy, StrategyUses.TypeOf(type), options).Publishes;
        Assert.True(left is null || ReportLanguage.German.Knows(left), $"no German for: {left}");
    }
}
