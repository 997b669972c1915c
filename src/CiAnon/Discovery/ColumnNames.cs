using CiAnon.Catalogs;
using CiAnon.Discovery.Lexicon;
using CiAnon.Discovery.Shapes;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Recognizes what a column's name, its table's name, its neighbours and its comment say of the values.</summary>
public static class ColumnNames
{
    /// <summary>From here on a name counts as a sign of personal data.</summary>
    public const double AskingStrength = 0.4;

    /// <summary>Of a name of whom nothing says.</summary>
    internal const double Doubtful = 0.45;

    private const double Perhaps = 0.5;
    private const double Released = 0.8;
    private const double Comment = 0.6;
    private const double Abbreviated = 0.7;
    private const int LongestPhrase = 5;

    /// <summary>Null when the name says nothing either way.</summary>
    public static NameVerdict? Recognize(string table, string column, string? comment = null) => Recognize(table, column, comment, TableContext.None);

    /// <summary>The same, by all that the table has.</summary>
    internal static NameVerdict? Recognize(Table table, Column column) => Recognize(table.Name, column.Name, column.Comment, TableContext.Of(table));

    /// <summary>The table's name speaks of people: its rows are theirs.</summary>
    public static bool IsAboutPeople(string table) => NameParts.Of(table).Any(word => NameContext.Speaks(NameContext.People, word));

    /// <summary>The languages of the personal word in a column's name; none when there is none.</summary>
    public static IReadOnlyList<string> Languages(string column) => Longest(Words(column), null)?.Entry.Languages ?? [];

    /// <summary>Some word of a column's name is known, whatever it speaks of.</summary>
    internal static bool IsRead(string column) => Words(column).Any(NameSegments.IsKnown) || Words(column) is var words && (NobodysNames.Contains(string.Concat(words)) || ThingNames.Contains(string.Concat(words)));

    /// <summary>The personal word of a column's name that isn't a fact about something; null when there is none.</summary>
    internal static NameLexicon.Entry? Plain(string column, string? language = null) => Words(column) is var words && Longest(words, language) is { } match && Fact(words, match) is null && !NamesInTables.IsGroup(words) ? match.Entry : null;

    private static NameVerdict? Recognize(string table, string column, string? comment, TableContext context)
    {
        if (MigrationTables.Has(table, column)) return new NameVerdict(null, Released, "in a framework's list of what it did to the schema, or of its code");
        (table, column) = (context.Bare(table), context.Bare(column));
        var words = Words(column);
        if (context.Prefix is { } prefix && words.Count > 1 && words[0] == prefix) words = [.. words.Skip(1)];
        var verdict = FromWords(new NamedColumn(Words(table), words, column, context));
        if (verdict is not null && !(verdict is { IsRandom: true } or { IsNumbered: true } && ThingNames.Contains(string.Concat(words)))) return verdict;
        if (comment is not null && !IsKey(words) && Longest(NameParts.Of(comment), context.Language) is { Entry.Strength: >= NameLexicon.Strong } match && match.Entry.Kind is not (PersonalKind.FreeText or PersonalKind.Name))
            return new NameVerdict(match.Entry.Kind, Comment, $"comment speaks of '{match.Entry.Phrase}' ({match.Entry.Spoken})");
        return ThingNames.Contains(string.Concat(words)) || ThingNames.IsBrand(words) ? new NameVerdict(null, Released, $"name '{string.Join(' ', words)}', which things have") : null;
    }

    private static IReadOnlyList<string> Words(string name) => NameSegments.Of(NameParts.Of(name));

    private static NameVerdict? FromWords(NamedColumn column)
    {
        var words = column.Words;
        if (Bare(column) is { } bare) return bare;
        if (OfHead(column) is { } headed) return headed;
        if (NamesInTables.Recognize(column) is { } inherited) return inherited;
        // reset_email_token is a token, whatever it resets.
        if (words.Count > 1 && words[^1] is "token" or "tokens" or "secret" or "secrets" && !NobodysNames.Contains(string.Concat(words)))
            return new NameVerdict(PersonalKind.Token, NameLexicon.Strong, $"name ends in '{words[^1]}'");
        if (words is [.., "session", "id"] && NamesOfSecrets.Recognize(column) is { } session) return session;
        var longest = Longest(words, column.Context.Language);
        // authors.author_date: of what the rows are, the date.
        if (longest is { Start: 0 } own && own.Length < words.Count && own.Entry.Kind == PersonalKind.Name && IsRole(own.Entry) && column.Owner is { } owner && owner.StartsWith(own.Entry.Text, StringComparison.Ordinal) && !NameContext.BareNames.Contains(words[^1]))
            longest = Longest([.. words.Skip(own.Length)], column.Context.Language) is { } rest ? rest with { Start = rest.Start + own.Length } : longest;
        if (longest is null or { Entry.Strength: < NameLexicon.Strong } && NumberGrammar.Recognize(words) is { } numbered) return numbered.Kind == PersonalKind.NationalId && words.Contains("document") && column.IsInTableOf(RecordWords.CaseTables) ? RecordNumbers.OfPart(column) : numbered;
        if (longest is null or { Entry.Strength: < NameLexicon.Strong } && RecordNumbers.Recognize(column) is { } record) return record;
        if (longest is { } part && IsCodeOfPerson(words, part)) return RecordNumbers.OfPart(column);
        if (longest is null or { Entry.Strength: < NameLexicon.Strong } && NamesOfSecrets.Recognize(column) is { } secret && (longest is null || secret.IsRandom && longest.Value.Entry.Kind != PersonalKind.Token)) return secret;
        if (longest is not { } match) return NamesInTables.WithoutPersonalWord(column) ?? Shortened(column) ?? RecordNumbers.OfWhatever(column) ?? NamesOfSecrets.OfWhatever(column);
        if (match.Entry.Text == "login" && words.Take(match.Start).FirstOrDefault(NameContext.Moments.Contains) is { } moment)
            return new NameVerdict(null, Perhaps, $"name: '{moment}' with 'login' is a moment");
        // long_code is no code of a longitude.
        if (Fact(words, match) is "code" && match.Entry.Strength < NameLexicon.Strong) return null;
        if (match.Entry.Kind == PersonalKind.Token && NamesOfSecrets.EndsAsOne(words)) return new NameVerdict(PersonalKind.Token, NameLexicon.Strong, $"name '{string.Join(' ', words)}'");
        if (match.Entry.Kind == PersonalKind.Token && NamesOfSecrets.OpensOnce(words)) return new NameVerdict(PersonalKind.Token, NameLexicon.Strong, $"name '{string.Join(' ', words)}'") { IsOfText = true };
        if (Fact(words, match) is { } fact) return new NameVerdict(null, Released, $"name: '{match.Entry.Phrase}' with '{fact}' is a fact about it") { FactOf = match.Entry.Kind, IsCoded = match.Entry.Kind is PersonalKind.Gender or PersonalKind.Special && fact is "id" or "ids" or "fk" };
        if (NamesInTables.OfThing(column, match.Entry) is { } thing) return thing;
        return NamesInTables.Weighed(column, match.Entry) ?? RecordNumbers.OfWhatever(column);
    }

    // fec_nac, emailadr: what no lexicon has as it is.
    private static NameVerdict? Shortened(NamedColumn column)
    {
        foreach (var words in Abbreviations.Expand(column.Words))
        {
            if (Longest(words, column.Context.Language) is not { Entry.Strength: > NameLexicon.Rarely } match || match.Entry.Kind is PersonalKind.Name && !IsRole(match.Entry) && match.Length < words.Count || Fact(words, match) is not null) continue;
            return new NameVerdict(match.Entry.Kind, Math.Min(match.Entry.Strength, Abbreviated), $"name '{string.Join(' ', column.Words)}', short for '{match.Entry.Phrase}' ({match.Entry.Spoken})");
        }
        return null;
    }

    // name, customer_name, file_name: whose name it is, the other words, the table or its other columns say.
    private static NameVerdict? Bare(NamedColumn column)
    {
        var (words, owner) = (column.Words, column.Owner);
        if (InFront(column) is { } front) return front;
        var at = words.Count - 1;
        while (at >= 0 && !NameContext.BareNames.Contains(words[at])) at--;
        if (at < 0 || !words.Skip(at + 1).All(NameContext.Variants.Contains)) return null;
        if (at > 0)
        {
            var whose = words[at - 1];
            if (LexiconKnows(words, at)) return null;
            if (NameContext.Speaks(NameContext.People, whose)) return new NameVerdict(PersonalKind.Name, NameLexicon.Strong, $"name '{words[at]}' of a person ('{whose}')");
            if (NameContext.Speaks(NameContext.Companies, whose)) return new NameVerdict(PersonalKind.Company, NameLexicon.Strong, $"name '{words[at]}' of a company ('{whose}')");
            if (NameContext.Speaks(NameContext.Things, whose)) return new NameVerdict(null, Released, $"name '{words[at]}' of a thing ('{whose}')");
        }
        if (owner is null) return null;
        var kind = words[at] is "nom" ? PersonalKind.LastName : words[at] is "nombre" or "nome" ? PersonalKind.FirstName : PersonalKind.Name;
        // Beside last names it is the first one, and the other way round; beside neither the whole.
        if (!ReferenceEquals(column.Context, TableContext.None))
            kind = (column.Context.HasFirstNames, column.Context.HasLastNames) switch { (false, true) => PersonalKind.FirstName, (true, false) => PersonalKind.LastName, (false, false) => PersonalKind.Name, _ => kind };
        if (owner is "client" or "clients" or "consumer" or "consumers" && column.Table.Any(word => word is "oauth" or "oidc" or "openid" or "saml" or "api")) return new NameVerdict(null, Released, $"name '{words[at]}' in a table of programs ('{owner}')");
        if (NameContext.Speaks(NameContext.Things, owner)) return new NameVerdict(null, Released, $"name '{words[at]}' in a table of things ('{owner}')");
        if (NameContext.Speaks(NameContext.Companies, owner)) return new NameVerdict(PersonalKind.Company, NameLexicon.Strong, $"name '{words[at]}' in a table of companies ('{owner}')");
        // Of what is kept at a bank.
        if (owner is "account" or "accounts" && column.Context is { HasBanks: true, IsOfPeople: false }) return new NameVerdict(null, Perhaps, $"name '{words[at]}' in a table of bank accounts");
        if (column.Table.FirstOrDefault(word => NameContext.Speaks(NameContext.People, word)) is { } people)
            return new NameVerdict(kind, NameLexicon.Strong, $"name '{words[at]}' in a table of people ('{people}')");
        if (column.Context is { IsOfPeople: true } or { IsReachable: true } or { HasCards: true })
            return new NameVerdict(kind, NameLexicon.Strong, $"name '{words[at]}' beside columns of people");
        return new NameVerdict(kind, Doubtful, $"name '{words[at]}', of whom nothing says");
    }

    // nom_ressource, nombre_del_curso: of a thing, or of what the table holds.
    private static NameVerdict? InFront(NamedColumn column)
    {
        if (column.Words is not ["nom" or "nombre" or "nome", _, ..] || NameLexicon.Find(string.Concat(column.Words)) is not null) return null;
        var whose = column.Words.Skip(1).Where(word => !RecordWords.Particles.Contains(word)).ToList();
        if (whose.Count == 0 || whose.Exists(word => NameContext.Speaks(NameContext.People, word) || NameContext.Speaks(NameContext.Companies, word))) return null;
        return whose.Find(word => NameContext.Speaks(NameContext.Things, word) || !column.IsAboutPeople && column.Table.Any(own => own == word || own == word + "s")) is { } thing
            ? new NameVerdict(null, Released, $"name '{column.Words[0]}' of a thing ('{thing}')") : null;
    }

    // nama_barang, שם_מוצר, उत्पाद_का_नाम: the word for a name stands in front, and whose it is behind it, or the other way round.
    private static NameVerdict? OfHead(NamedColumn column)
    {
        var words = column.Words;
        if (words.Count < 2 || !(NameContext.HeadNames.Contains(words[0]) || NameContext.HeadNames.Contains(words[^1])) || NameLexicon.Find(string.Concat(words)) is not null) return null;
        // ten is a number in English.
        if (words.Contains("ten") && column.Context.Language is not "Vietnamese") return null;
        var whose = words.Where(word => !NameContext.HeadNames.Contains(word)).ToList();
        if (whose.Find(word => NameContext.Speaks(NameContext.People, word)) is { } person) return new NameVerdict(PersonalKind.Name, NameLexicon.Strong, $"name of a person ('{person}')");
        if (whose.Find(word => NameContext.Speaks(NameContext.Companies, word)) is { } company) return new NameVerdict(PersonalKind.Company, NameLexicon.Strong, $"name of a company ('{company}')");
        return whose.Find(word => NameContext.Speaks(NameContext.Things, word)) is { } thing ? new NameVerdict(null, Released, $"name of a thing ('{thing}')") : null;
    }

    private static bool LexiconKnows(IReadOnlyList<string> words, int last)
    {
        for (var start = Math.Max(0, last - LongestPhrase + 1); start < last; start++)
            if (string.Concat(words.Skip(start).Take(last - start + 1)) is var joined && NameLexicon.Find(joined) is not null && !NobodysNames.Contains(joined)) return true;
        return false;
    }

    private static Match? Longest(IReadOnlyList<string> words, string? language)
    {
        Match? best = null;
        var nobodys = NobodysRuns(words);
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = 1; length <= Math.Min(LongestPhrase, words.Count - start); length++)
            {
                if (nobodys.Exists(run => run.Start <= start && start + length <= run.Start + run.Length)) continue;
                var joined = string.Concat(words.Skip(start).Take(length));
                var entry = (language is null ? null : NameLexicon.FindIn(language, joined)) ?? NameLexicon.Find(joined) ?? NameLexicon.Find(joined.TrimEnd('s')) ?? NameLexicon.FindTransliterated(joined) ?? NameLexicon.FindWithArticle(joined) ?? (length == 1 ? NameLexicon.FindInside(joined) : null);
                if (entry is not null && IsBetter(new Match(entry, start, length), best)) best = new Match(entry, start, length);
            }
        }
        return best;
    }

    private static List<(int Start, int Length)> NobodysRuns(IReadOnlyList<string> words)
    {
        var runs = new List<(int, int)>();
        for (var start = 0; start < words.Count; start++)
            for (var length = 1; length <= Math.Min(LongestPhrase, words.Count - start); length++)
                if (NobodysNames.Contains(string.Concat(words.Skip(start).Take(length)))) runs.Add((start, length));
        return runs;
    }

    // Of words that overlap the longer phrase says more; otherwise the last one says what it is: emergency_contact_phone.
    private static bool IsBetter(Match match, Match? than)
    {
        if (than is not { } best) return true;
        // kontoinhaber, paypal_owner: who has it, not what.
        if (match.Start >= best.Start + best.Length && match.Entry.Kind == PersonalKind.Name && IsRole(match.Entry) && match.Entry.Strength >= NameLexicon.Often && best.Entry.Kind is PersonalKind.Account or PersonalKind.Card) return true;
        // recipient_housenumber: whose it is stands in front.
        if (IsOfRole(best, match)) return true;
        if (IsOfRole(match, best)) return false;
        if (match.Entry.Strength != best.Entry.Strength) return match.Entry.Strength > best.Entry.Strength;
        // telefone_empresa is a phone number.
        if (match.Start >= best.Start + best.Length && match.Entry.Kind is PersonalKind.Company or PersonalKind.Name && match.Entry.Language is not "English" && best.Entry.Kind is PersonalKind.Phone or PersonalKind.Email or PersonalKind.Address or PersonalKind.City or PersonalKind.PostalCode) return false;
        return match.Start >= best.Start + best.Length || match.Entry.Text.Length > best.Entry.Text.Length;
    }

    // A person's part in something, and not that it is a name: recipient, destinatario.
    private static bool IsRole(NameLexicon.Entry entry) => !NameContext.BareNames.Any(name => entry.Text.EndsWith(name, StringComparison.Ordinal) || entry.Text.StartsWith(name, StringComparison.Ordinal));

    // Whose part it is, and behind it what of theirs: a titular_cartao holds a card.
    private static bool IsOfRole(Match role, Match behind) => role.Entry.Kind == PersonalKind.Name && IsRole(role.Entry) && behind.Start >= role.Start + role.Length && behind.Entry.Strength >= NameLexicon.Often
        && behind.Entry.Kind is PersonalKind.Address or PersonalKind.City or PersonalKind.PostalCode or PersonalKind.Phone or PersonalKind.Email or PersonalKind.BirthDate or PersonalKind.NationalId;

    // codice_destinatario
    private static bool IsCodeOfPerson(IReadOnlyList<string> words, Match match) =>
        match.Entry.Kind == PersonalKind.Name && IsRole(match.Entry) && words.Count > match.Length && (RecordWords.Codes.Contains(words[0]) || RecordWords.Codes.Contains(words[^1]) || RecordWords.Numbers.Contains(words[^1]));

    // A special category stays one whatever stands beside it, but for keys and counts; and the address of a profile is as good as the name in it.
    private static string? Fact(IReadOnlyList<string> words, Match match)
    {
        var after = words.Skip(match.Start + match.Length).FirstOrDefault(NameContext.FactsAfter.Contains);
        // num_piece_identite is the number itself, num_cards is how many.
        var before = words.Take(match.Start).FirstOrDefault(word => NameContext.FactsBefore.Contains(word) && !(RecordWords.Numbers.Contains(word) && IsNumber(match.Entry.Kind) && !IsPlural(words, match)));
        if (match.Entry.Kind == PersonalKind.Address) after ??= words.Skip(match.Start + match.Length).FirstOrDefault(NameContext.Countries.Contains);
        if (match.Entry.Kind is PersonalKind.Special or PersonalKind.BirthDate or PersonalKind.Gender) return after is "id" or "ids" or "fk" or "count" ? after : null;
        if (match.Entry.Kind == PersonalKind.Username && after is "url" or "uri" or "link") return before;
        if (match.Entry.Kind == PersonalKind.Company) after ??= words.Skip(match.Start + match.Length).FirstOrDefault(RecordWords.Numbers.Contains);
        return after ?? before;
    }

    private static bool IsNumber(PersonalKind kind) => kind is PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.Phone;

    private static bool IsPlural(IReadOnlyList<string> words, Match match) => words[match.Start + match.Length - 1].EndsWith('s') && NameLexicon.Find(string.Concat(words.Skip(match.Start).Take(match.Length)).TrimEnd('s')) is not null;

    private static bool IsKey(IReadOnlyList<string> words) => words.Count > 0 && words[^1] is "id" or "ids" or "fk";

    private readonly record struct Match(NameLexicon.Entry Entry, int Start, int Length);
}
