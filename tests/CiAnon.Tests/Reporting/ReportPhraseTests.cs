using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Reporting.Languages;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Tests.Strategies;
using CiAnon.Verification;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Reporting;

/// <summary>What a report holds is put together of phrases: the German page says each of them in German. Reasons of plans are looked at by every test that makes one.</summary>
public class ReportPhraseTests
{
    [Theory]
    [InlineData("foreign key to kept public.users.id", "Fremdschlüssel auf public.users.id, das behalten ist")]
    [InlineData("keep (four words, all ours)", "behalten (four words, all ours)")]
    [InlineData("rule, undecided (free text, 70 %: sentences of up to 9 bytes), publishes the text around what it recognizes", "Regel, nicht entschieden (Freitext, 70 %: Sätze von bis zu 9 Bytes), veröffentlicht den Text um das herum, was erkannt wird")]
    [InlineData("rule, undecided (not personal, 55 %: name 'holder' (English), but 0 % of 200 sampled values have no digit)", "Regel, nicht entschieden (nicht personenbezogen, 55 %: Name 'holder' (Englisch), aber 0 % von 200 Werten der Stichprobe haben keine Ziffer)")]
    [InlineData("keep, undecided (record number, 60 %: name 'code' in a table of records ('member'); no values to look at)", "behalten, nicht entschieden (Vorgangs- oder Personennummer, 60 %: Name 'code' in einer Tabelle von Vorgängen ('member'); keine Werte zum Ansehen)")]
    [InlineData("rule, undecided (e-mail address, 95 %: 3 different values come again and again, but below 1 % of 9 sampled values hold something like: e-mail address)", "Regel, nicht entschieden (E-Mail-Adresse, 95 %: 3 verschiedene Werte kommen immer wieder, aber unter 1 % von 9 Werten der Stichprobe enthalten etwas wie: E-Mail-Adresse)")]
    [InlineData("rule, undecided (as Anna said)", "Regel, nicht entschieden (as Anna said)")]
    [InlineData("rule, fits CHECK short of public.a", "Regel, passt zu CHECK short von public.a")]
    [InlineData("rule, CHECK c of public.a not tried: no invented value satisfies it", "Regel, CHECK c von public.a nicht probiert: kein erfundener Wert erfüllt sie")]
    [InlineData("7 created by PostgreSQL over the anonymized rows, 2 unchanged: neither their columns nor their rows changed since they held in production; 1 with the same function on both sides",
        "7 von PostgreSQL über den anonymisierten Zeilen angelegt, 2 unverändert: Weder ihre Spalten noch ihre Zeilen haben sich geändert, seit sie in der Produktion galten; 1 mit derselben Funktion auf beiden Seiten")]
    [InlineData("measured and reported only, as the policy declares nothing for them: public.a, public.b", "nur gemessen und berichtet, da die Richtlinie für sie nichts erklärt: public.a, public.b")]
    [InlineData("originals of public.a.b and public.c.d survive in 12 places", "Originale aus public.a.b und public.c.d sind an 12 Stellen noch da")]
    [InlineData("unique_violation (23505) on table public.customers, constraint customers_email_key", "unique_violation (23505) an der Tabelle public.customers, Bedingung customers_email_key")]
    [InlineData("Strategy 'date' doesn't reach them: take 'email', or with 'text' where values hold more than that, or allow it with a reason under verify: allow.",
        "Die Methode 'date' erreicht sie nicht: 'email' nehmen, oder mit 'text', wo Werte mehr als das enthalten, oder mit einer Begründung unter verify: allow erlauben.")]
    [InlineData("one value comes again and again", "one value comes again and again")]
    [InlineData("type date, and nothing in its name", "type date, and nothing in its name")]
    [InlineData("somebody's words, as they are", "somebody's words, as they are")]
    public void A_report_s_phrases_are_said_in_German_and_people_s_words_stay(string english, string german)
    {
        Assert.Equal(german, ReportLanguage.German.Known(english));
        Assert.Equal(english, ReportLanguage.English.Known(english));
    }

    [Fact]
    public void A_phrase_without_German_is_noticed() => Assert.False(ReportLanguage.German.Knows("rule, publishes the colour of shoes"));

    /// <summary>Checks are data: what one finds and what to do about it must be said in German, too.</summary>
    [Fact]
    public void What_checks_find_and_what_to_do_about_it_is_said_in_German()
    {
        var texts = CheckGuides.All.SelectMany(guide => new[] { guide.Example.Detail, guide.Example.Remedy }).Concat(CheckDefinition.Judging.Select(check => check.Remedy)).Append(CheckDefinition.BugOfOurs)
            .Concat(PersonalKinds.All.SelectMany(kind => new[] { Remedies.Mask(kind.Kind, null), Remedies.MaskOrReason(kind.Kind, null), Remedies.Outside("TABLE ATTACH p", kind.Kind), Remedies.Outside("FUNCTION f", kind.Kind), Remedies.Outside("FUNCTION f", kind.Kind, ["public.a.b"]), Remedies.Outside(LargeObjectSearch.Object, kind.Kind) }))
            .Concat(Remedied()).Append(Remedies.OfCondition).Append(Remedies.OfConditionOrReason)
            .OfType<string>();
        Assert.All(texts, text => Assert.True(ReportLanguage.German.Knows(text), $"no German for: {text}"));
    }

    // Of every strategy on every type that it takes.
    private static IEnumerable<string> Remedied() =>
        from type in new[] { new ColumnType("text", TypeKind.Text, "text"), new ColumnType("integer", TypeKind.Integer, "int4"), new ColumnType("date", TypeKind.Date, "date"), new ColumnType("jsonb", TypeKind.Json, "jsonb") }
        from strategy in StrategyRegistry.All.Select(strategy => (StrategyDefinition?)strategy).Append(null)
        from kind in PersonalKinds.All
        let column = new ColumnPlan(new Column("c", type, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null), strategy is null ? ColumnAction.Kept : ColumnAction.Masked, strategy, OptionValues.None, null, "", null, null)
        from remedy in new[] { Remedies.Mask(kind.Kind, column), Remedies.MaskOrReason(kind.Kind, column) }
        select remedy;

    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void What_a_strategy_leaves_is_said_in_German(string strategy, string options, string type)
    {
        var left = StrategyRun.Compile(strategy, StrategyUses.TypeOf(type), options).Publishes;
        Assert.True(left is null || ReportLanguage.German.Knows(left), $"no German for: {left}");
    }
}
