using System.Globalization;
using System.Text;
using CiAnon.Strategies;

namespace CiAnon.Recognition.Patterns;

/// <summary>docs/patterns.md, from the recognizers and thresholds.</summary>
public static class PatternDocs
{
    /// <summary>The whole page.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Patterns

            Generated from the definitions in `src/CiAnon/Discovery`; a test fails when this page is stale.

            The check `patterns` looks at every text, JSON, XML, array, bytea and network value of the result, and at numbers in columns whose name
            speaks of them, for values that look like personal data, whoever they belong to. What a strategy itself put into a column it masks is not
            counted there. Neither is what reaches nobody: e-mail addresses under the run's own anonymous domain or under names that RFC 2606 and
            RFC 6761 reserve, IP addresses of the networks for documentation, phone numbers kept for fiction.

            A finding fails the run. Mask the column, keep it with a written `reason`, or add an entry under `verify: allow:`; a keep without a reason
            doesn't count, nor what a machine `proposed`. What is a direct identifier by its check digits or by a form that nothing else has (*allowance
            only* below) no reason covers, and a single value is enough: it takes the entry. All that is let through is counted in the verdict. In every run the scanner must first see a planted sample of every recognizer in text, JSON, an array, XML and
            bytea, and planted secrets in definitions of several kinds.

            In the SQL of the table of contents only e-mail addresses, accounts, cards and secrets are looked for. A secret there is silenced by
            `verify: allow:` alone, or replaced by `***` with `definitions: { secrets: redact }`.

            ## Thresholds

            A column may have this many values of a kind. The policy's own limits win.

            | kind | share of the column's values | fewest | why |
            |---|---|---|---|

            """);
        foreach (var threshold in PatternThreshold.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{PersonalKinds.Of(threshold.Kind).Name}` | {Share(threshold.Share)} | {threshold.Fewest} | {threshold.Why} |\n");
        page.Append(
            """

            ## Recognizers

            Strength is the share of random values of the same shape that pass. Where check digits make it less than a quarter, what chance explains is
            subtracted: of a thousand random 16-digit numbers some twenty look like cards and raise no alarm; one real one among texts does, and so does
            a column of real ones. "Beside a word" means: a word for it stands in the column's name or shortly before the value.

            | recognizer | kind | strength | counts | let through by | what it sees |
            |---|---|---|---|---|---|

            """);
        foreach (var recognizer in Recognizers.InDefinitions(Recognizers.All))
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{recognizer.Name}` | `{PersonalKinds.Of(recognizer.Kind).Name}` | {recognizer.Strength:0.####} ");
            page.Append(CultureInfo.InvariantCulture, $"| {(recognizer == Recognizers.SqlSecret ? "in definitions" : recognizer.NeedsContext ? "beside a word" : "anywhere")} | {(recognizer.IsUnmistakable ? "allowance only" : "reason or allowance")} | {Cell(recognizer)} |\n");
        }
        page.Append(
            """

            Names are looked up in a dictionary of common first and last names of many languages; people whose names are not in it are found by
            titles and greetings only, or not at all. Kinds without a recognizer (user names, cities, health) can't be told by their values.

            """);
        return page.ToString();
    }

    private static string Share(double share) => share == 0 ? "none" : share.ToString("0.##%", CultureInfo.InvariantCulture);

    private static string Cell(Recognizer recognizer) =>
        recognizer.ContextWords.Count == 0 ? recognizer.Summary : $"{recognizer.Summary}; words: {string.Join(", ", recognizer.ContextWords)}";
}
