using System.Globalization;
using System.Text;
using CiAnon.Discovery;
using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>docs/discovery.md: how well discovery does on the labelled schemas.</summary>
internal static class DiscoveryDocs
{
    public static string Markdown(IReadOnlyList<CorpusColumn> columns)
    {
        var text = new StringBuilder();
        var tuned = columns.Where(column => !column.IsHeldOut).ToList();
        var held = columns.Where(column => column.IsHeldOut).ToList();
        text.Append($"""
            # Discovery

            Generated from the labelled schemas in `tests/CiAnon.Tests/Discovery/Corpus` by the tests; a test fails when this page is stale.

            `ci-anon init DUMP` reads the dump once, without a server, and says of every column what kind of personal data it holds, how sure it
            is, and why. It looks at the column's name ({string.Join(", ", NameLexicon.Languages)}), the table's name, the comment, the type and the name of its domain, and
            up to {ColumnSample.Capacity} sampled values. Values overrule names in both directions: a column `contact` full of e-mail addresses is found, a column
            `phone` that holds names of operating systems is not taken for a phone number. No value of a row is written anywhere.

            ## How it is measured

            The corpus has {columns.Select(column => column.Schema).Distinct().Count()} schemas with {columns.Count} labelled columns. The names, labels and values of the first {CorpusReader.FirstPublic - 1} were invented by
            the author of the name lexicon, before anything was measured; the recognizers of values were written by others, who did not
            see the corpus. One author for lexicon and corpus flatters the numbers: real schemas have names that neither thought of. So those from
            {CorpusReader.FirstPublic} to {CorpusReader.FirstInventedAgain - 1} have names of columns and shapes of values as public databases have them (sample databases of vendors, and what open-source
            products keep: forums, shops, chats, learning, medical records, donors, vehicles, staff, tickets, assets, telephones, and others), described from memory;
            those from {CorpusReader.FirstInventedAgain} to {CorpusReader.FirstRead - 1} are invented again, in seven languages; of those from {CorpusReader.FirstRead} to {CorpusReader.FirstOfMany - 1} the names and types of columns were read in the sources
            of 13 open-source products (PrestaShop, FacturaScripts, i-Educar, LMS, kivitendo, OpenEMR; hitobito, Open Zaak, OpenSTAManager, RosarioSIS, Firefly III;
            those of OpenEMR, of phpBB and of Paheko's members from memory); those from {CorpusReader.FirstOfMany} to {CorpusReader.FirstAfterMany - 1} are invented in as many languages (Finnish, Czech, Romanian, Hungarian, Danish,
            Norwegian, Russian; Turkish, Spanish, Italian, German, French, English, Japanese, Dutch), about half of their columns nobody's or close to something personal; and of those from {CorpusReader.FirstAfterMany} on, tables and
            columns are those of products: OXID eShop, CASA, FixMyStreet and ChurchCRM read in their sources; a German merchandise management, JVerein, SAP's tables and replicas of CRM and payment systems from memory; a German practice and an
            English service invented; then OSEM, osTicket, Loomio, Open Food Network and LibreBooking read in their sources (some of their tables, and Stud.IP, from memory). Those from
            {CorpusReader.FirstOfScripts} on are in two halves, written on one day before anything was changed for them. In each half, one schema for each of Korean, Chinese, Ukrainian, Bulgarian, Greek, Arabic, Hebrew, Thai, Hindi, Vietnamese and Indonesian
            (native scripts beside what people there write in Latin letters: eGovFrame's and RuoYi's members, pinyin and its initials, HOSxP's and SIMRS Khanza's patients, OpenSID's residents; from memory, the others invented), and four of products and their like: OpenXE, Akaunting, PMB and a Mexican school
            in the first half, Elexis, Zammad, GEPI and an Argentine hospital in the second (OpenXE, Akaunting, Elexis, Zammad and GEPI read in their sources, with some columns from memory); and those from {CorpusReader.FirstHeldOutOfScripts} on are the eleven languages once more, invented before anybody looked at what was wrong in {CorpusReader.FirstOfScriptsAgain} to {CorpusReader.FirstHeldOut - 1}. All values are invented, everywhere.

            The first {CorpusReader.FirstHeldOut - 1} are *tuned*: words and rules were changed after looking at the mistakes in them, and what they measure is that nothing gets worse.
            Most of them were held out before, and measured once before anybody looked. Precision and recall of direct identifiers, then:

            | schemas | when they were held out | precision | recall |
            |---|---|---|---|
            | five of those from 28 on | read once | 89.0 % | 89.0 % |
            | 38 to 49, labelled by somebody who knew neither words nor rules | read once | 95.1 % | 85.0 % |
            | 50 to 61, after public databases | recall read three times | 90.9 % | 80.6 % |
            | 62 to 68, invented, seven languages | recall read three times | 97.1 % | 81.3 % |
            | 69 to 74, with the words and rules from before they were described | read once, as a sum | 91.7 % | 77.8 % |
            | 69 to 74, after the mistakes in 50 to 68 had been mended | read a second time | 94.4 % | 85.5 % |
            | 75 to 81, the products chosen and labelled after words and rules were frozen | read once | 89.2 % | 73.6 % |
            | 82 to 88, before a word of their languages was there | measured once | 82.5 % | 38.8 % |
            | 89 to 96, before anything was changed for 75 to 88 | measured once, as a sum | 90.6 % | 71.1 % |
            | 89 to 96, once that stood in a commit | read once | 92.6 % | 83.7 % |
            | 108 to 113, products read after words and rules stood in a commit | read once | 94.5 % | 88.6 % |
            | 129 to 139, eleven languages whose words were there, before anything was changed for 114 to 128 | measured once, as a sum | 87.9 % | 64.4 % |
            | 140 to 143, products, before the same | measured once, as a sum | 90.8 % | 81.4 % |
            | 129 to 139, once what 114 to 128 had taught stood in a commit | read once | 93.8 % | 79.6 % |
            | 140 to 143, once that stood in a commit | read once | 92.0 % | 82.5 % |
            | 144 to 154, before 129 to 139 were looked at | measured once, as a sum | 93.3 % | 82.4 % |
            | 144 to 154, after that; 140 to 143 came out as before | read once | 94.1 % | 83.7 % |

            Those from number {CorpusReader.FirstHeldOut} on are *held out*: nobody has changed a word or a rule after looking at what is wrong in them, and this page doesn't say what is. One hand wrote them,
            had read some of the words before, and wrote more words for the same languages on the same day, knowing them: words that it knew from them alone it left out, and the numbers flatter all the same. The aim, 95 % and 98 %, isn't reached.

            Some labels were corrected on the way, in the older schemas as well, where they contradicted the kinds' definitions: register numbers of companies are national ids
            (as VAT numbers were already), codes of banks belong to an account (strategy `iban` has a part for them), an extension or an area code alone is no phone number.

            *Precision*: of the columns said to be of a kind, how many are. *Recall*: of the columns of a kind, how many are said to be. A column
            that is recognized as another kind counts as an error in both, though it is masked all the same: *with any kind* counts it as found. *Or marked*: those as well that
            nothing is proposed for, and that a person has to look at before a policy is complete; a mark is the answer to doubt, and no find. *Silently kept*: personal, and
            neither recognized nor marked `proposed:`.

            ## Direct identifiers

            What finds a person by itself: e-mail addresses, phone numbers, full names, user names, postal addresses, national ids, bank accounts,
            cards, tokens, IP addresses, numbers of records. Each by its kind.

            | schemas | columns | precision | recall | with any kind | or marked | precision without values | recall without values |
            |---|---|---|---|---|---|---|---|
            {Direct("tuned, invented", columns, isHeldOut: false, isPublic: false)}
            {Direct("tuned, after public databases", columns, isHeldOut: false, isPublic: true)}
            {Direct("held out, eleven languages", columns, isHeldOut: true, isPublic: false)}
            {Direct("held out, products and their like", columns, isHeldOut: true, isPublic: true)}

            *Without values* is what a dump without rows gives: names, types and tables alone. Values decide where names can't:
            a `code`, a `key`, an `external_id` or a `reference` is a secret where its values are drawn at random, a record's number where they are numbered, and
            nobody's where they are words of a list; a `name` beside nothing is a person's where the values are names; bare digits are a phone number only where the name says so.


            """.ReplaceLineEndings("\n"));
        Summary(text, "Tuned schemas", tuned);
        Summary(text, "Held-out schemas", held);
        Confusion(text, columns);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Of the columns with a direct identifier, those that got their kind.</summary>
    public static double DirectRecall(IEnumerable<CorpusColumn> columns)
    {
        var direct = columns.Where(column => column.Label is { } kind && PersonalKinds.Of(kind).IsDirect).ToList();
        return (double)direct.Count(column => column.Verdict.Kind == column.Label) / direct.Count;
    }

    /// <summary>Of the columns said to hold a direct identifier, those that hold that one.</summary>
    public static double DirectPrecision(IEnumerable<CorpusColumn> columns)
    {
        var said = columns.Where(column => column.Verdict.Kind is { } kind && PersonalKinds.Of(kind).IsDirect).ToList();
        return (double)said.Count(column => column.Verdict.Kind == column.Label) / said.Count;
    }

    private static string Direct(string title, IReadOnlyList<CorpusColumn> columns, bool isHeldOut, bool isPublic)
    {
        var some = columns.Where(column => column.IsHeldOut == isHeldOut && column.IsPublic == isPublic).ToList();
        var direct = some.Where(column => column.Label is { } kind && PersonalKinds.Of(kind).IsDirect).ToList();
        var found = (double)direct.Count(column => column.Verdict.Kind is not null) / direct.Count;
        var marked = (double)direct.Count(column => column.Verdict is { Kind: not null } or { IsSure: false }) / direct.Count;
        var bare = some.Select(column => column.WithoutValues).ToList();
        return $"| {title} | {direct.Count} | {Exact(DirectPrecision(some))} | {Exact(DirectRecall(some))} | {Exact(found)} | {Exact(marked)} | {Exact(DirectPrecision(bare))} | {Exact(DirectRecall(bare))} |";
    }

    private static string Exact(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static void Summary(StringBuilder text, string title, List<CorpusColumn> columns)
    {
        var personal = columns.Where(column => column.Label is not null).ToList();
        var said = columns.Where(column => column.Verdict.Kind is not null).ToList();
        text.Append($"## {title}\n\n{columns.Select(column => column.Schema).Distinct().Count()} schemas, {columns.Count} columns, {personal.Count} of them personal. ");
        text.Append($"Personal or not: precision {Percent(said.Count(column => column.Label is not null), said.Count)}, ");
        text.Append($"recall {Percent(personal.Count(column => column.Verdict.Kind is not null), personal.Count)}; ");
        text.Append($"silently kept: {personal.Count(column => column.IsMissed)}; marked for a person to check: {columns.Count(column => !column.Verdict.IsSure)}, {columns.Count(column => !column.Verdict.IsSure && column.Label is null)} of them nobody's. Direct identifiers by kind: recall {Percent(DirectRecall(columns))}.\n\n");
        text.Append("| kind | columns | precision | recall |\n|---|---|---|---|\n");
        foreach (var kind in PersonalKinds.All)
        {
            var labelled = columns.Count(column => column.Label == kind.Kind);
            var found = columns.Count(column => column.Verdict.Kind == kind.Kind);
            var right = columns.Count(column => column.Label == kind.Kind && column.Verdict.Kind == kind.Kind);
            if (labelled + found > 0) text.Append($"| {kind.Title} | {labelled} | {Percent(right, found)} | {Percent(right, labelled)} |\n");
        }
        text.Append('\n');
    }

    private static void Confusion(StringBuilder text, IReadOnlyList<CorpusColumn> columns)
    {
        text.Append("## What is still confused\n\nIn tuned schemas; whoever looks at the others tunes.\n\n| schema and column | is | taken for | confidence |\n|---|---|---|---|\n");
        foreach (var column in columns.Where(column => !column.IsHeldOut && column.Label != column.Verdict.Kind))
        {
            text.Append($"| {column.Name} | {Title(column.Label)} | {Title(column.Verdict.Kind)} | ");
            text.Append($"{Percent(column.Verdict.Confidence)}{(column.Verdict.IsSure ? "" : ", check")} |\n");
        }
    }

    private static string Title(PersonalKind? kind) => kind is { } known ? PersonalKinds.Of(known).Title : "nobody's";

    private static string Percent(int part, int whole) => whole == 0 ? "–" : Percent((double)part / whole);

    private static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
