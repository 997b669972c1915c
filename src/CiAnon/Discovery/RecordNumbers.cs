using System.Text;
using CiAnon.Discovery.Lexicon;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>
/// Whether a column's name speaks of numbers that an organization gives to people and their cases: patient_no, Kundennummer, numero_de_dossier.
/// Such numbers are pseudonyms to whoever lacks the list: they are proposed to be masked, and reports count those that were kept.
/// </summary>
internal static class RecordNumbers
{
    // Shorter ones end words by chance.
    private const int FewestInside = 5;
    private const int LongTable = 7;

    // Code and kod are of lists as well.
    private const int LongCode = 7;

    public static bool Speaks(string column) => Phrase(NameParts.Of(column)) is not null;

    /// <summary>What the name says of a column's values; null where it speaks of no record.</summary>
    public static NameVerdict? Recognize(NamedColumn column)
    {
        if ((Phrase(NameParts.Of(column.Name)) ?? Phrase(column.Words)) is { } phrase)
            return new NameVerdict(PersonalKind.RecordNumber, NameLexicon.Often, $"name '{phrase}', a number of a record") { IsRecord = true };
        return OfTable(column) ?? OfKey(column);
    }

    // tickets.number, patients.identifier, cards.barcode: of what, the table says.
    private static NameVerdict? OfTable(NamedColumn column)
    {
        if (column.Words is not [var word]) return null;
        var isNumber = RecordWords.Numbers.Contains(word);
        if (isNumber && (column.IsBehindStreet || column.Table.Any(IsAddresses))) return new NameVerdict(PersonalKind.Address, NameLexicon.Often, $"name '{word}' of a house") { IsHouseNumber = true, IsOfPlace = true };
        if (isNumber && (column.Context.HasBanks && column.Owner is "account" or "accounts" || column.Table.Any(one => one is "bank" or "rib" or "iban" or "bankkonto" or "bankverbindung"))) return new NameVerdict(PersonalKind.Account, NameLexicon.Often, $"name '{word}' in a table of bank accounts");
        var isCode = RecordWords.Codes.Contains(word);
        var isOne = (isNumber || isCode) && IsOfCases(column)
            || (isNumber && word is not ("ref" or "reference") || isCode) && column.IsInTableOf(RecordWords.CardTables)
            || word is "barcode" && column.Table.Any(one => NameContext.Speaks(RecordWords.CardTables, one))
            || (isNumber && word is not ("ref" or "reference") || isCode && word.Length > LongCode) && (column.Table.Any(one => NameContext.Speaks(RecordWords.CardTables, one)) || column.IsInTableOf(NameContext.People));
        return isOne ? Numbered($"name '{string.Join(' ', column.Words)}' in a table of records ('{column.Owner}')") : null;
    }

    /// <summary>Of a name that numbers somebody by the part in something: <c>codice_destinatario</c>.</summary>
    public static NameVerdict OfPart(NamedColumn column) => Numbered($"name '{string.Join(' ', column.Words)}', and values that are numbered") with { IsOfText = true };

    internal static bool IsAddresses(string word) => word.StartsWith("addr", StringComparison.Ordinal) || word.StartsWith("adres", StringComparison.Ordinal) || word.StartsWith("anschrift", StringComparison.Ordinal)
        || word is "endereco" or "enderecos" or "direccion" or "direcciones" or "indirizzo" or "indirizzi" or "osoite" or "osoitteet" or "lakcim" or "cimek" or "adrese" or "adresy";

    // facturascli: what stands behind the word says whose.
    private static bool IsOfCases(NamedColumn column) => column.IsInTableOf(RecordWords.CaseTables)
        || column.Table.Count > 1 && column.Owner is "line" or "lines" or "items" or "positions" or "positionen" or "righe" or "lignes" or "lineas" or "linhas" or "regels" or "pozycje" && NameContext.Speaks(RecordWords.CaseTables, column.Table[^2])
        || column.Owner is { } owner && RecordWords.CaseTables.Any(table => table.Length >= LongTable && owner.StartsWith(table, StringComparison.Ordinal));

    // employee_id, client_code: keys of a table, unless their values are numbers that somebody prints on cards and letters.
    private static NameVerdict? OfKey(NamedColumn column)
    {
        var words = column.Words;
        if (words.Count < 2 || words.Count > 3 || !((words[^1] is "id" or "nbr" || RecordWords.Codes.Contains(words[^1])) && (RecordWords.People.Contains(words[^2]) || !Ascii.IsValid(words[^2]) && RecordWords.IsRecord(words[^2]))
            || RecordWords.Codes.Contains(words[0]) && (RecordWords.IsRecord(words[1]) || NameContext.Speaks(NameContext.Companies, words[1])))) return null;
        return Numbered($"name '{string.Join(' ', words)}', and values that are numbered") with { IsOfText = true };
    }

    /// <summary>Of a name without a personal word: <c>relatienummer</c>, <c>nr_skierowania</c>. The values must be written as numbers of records are.</summary>
    public static NameVerdict? OfWhatever(NamedColumn column)
    {
        if (NumberedNames.Find(column) is { } phrase) return Numbered($"name '{phrase}', and values that are numbered") with { IsOfText = true };
        var isId = column.Words.Count > 1 && (column.Words[^1] is "id" or "code" || IsCodeOfNothingElse(column.Words)) && column.IsInTableOf(NameContext.People)
            || column.Words is ["badge"] && column.IsAboutPeople || column.Words is ["ref" or "reference"] && column.IsInTableOf(RecordWords.CardTables)
            || column.Words is [var alone] && NameOfNumber(alone) && !column.IsInTableOf(NameContext.Things)
            || column.Words is [_, "ref" or "reference"] && column.Table.Any(word => NameContext.Speaks(RecordWords.CaseTables, word))
            || column.Words is [.., "transaction" or "reference" or "order" or "invoice" or "booking" or "receipt" or "txn" or "trxn" or "case", "id"]
            || column.Words is ["ext" or "external" or "their" or "our" or "your" or "customer" or "client" or "payment" or "payout" or "booking" or "order" or "guest" or "member", "ref" or "reference" or "refno"]
            || column.Words.Contains("az")
            || column.Words is [.., "mandate" or "mandat" or "mandato" or "rum"]
            || column.Words is [.., "purchase" or "work" or "sales", "order"];
        return isId ? Numbered($"name '{string.Join(' ', column.Words)}', and values that are numbered") with { IsOfText = true, MayBeKey = column.Words[^1] is "id" or "code" } : null;
    }

    // folio, tracking: what is numbered, without a word for the number.
    private static bool NameOfNumber(string word) => word is "folio" or "tracking" or "awb" or "waybill" or "expediente" or "remito" or "protocolo" or "sinistre" or "rastreio" or "paquete" or "ttn" || RecordWords.Cases.Contains(word) && !Ascii.IsValid(word);

    private static bool IsCodeOfNothingElse(IReadOnlyList<string> words) => (RecordWords.Codes.Contains(words[^1]) || RecordWords.Codes.Contains(words[0]))
        && !words.Any(word => NumberedNames.IsThing(word) || NameContext.Speaks(NameContext.Things, word) && !RecordWords.Codes.Contains(word));

    private static NameVerdict Numbered(string why) => new(PersonalKind.RecordNumber, NameLexicon.Often, why) { IsNumbered = true, IsRecord = true };

    // The words that say so; what stands behind them says that it is a fact about the number: invoice_number_format.
    private static string? Phrase(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (length, isOne) = (1, RecordWords.Alone.Contains(words[at]) || IsJoined(words[at]));
            if (!isOne && at + 1 < words.Count && RecordWords.Numbers.Contains(words[at + 1]) && RecordWords.IsRecord(words[at])) (length, isOne) = (2, true);
            if (!isOne && RecordWords.Numbers.Contains(words[at]) && words[at] != "numbers")
            {
                var next = at + 1;
                while (next < words.Count && RecordWords.Particles.Contains(words[next])) next++;
                // num_patients is how many.
                if (next < words.Count && RecordWords.IsRecord(words[next]) && !(words[next].EndsWith('s') && RecordWords.IsRecord(words[next][..^1]))) (length, isOne) = (next + 1 - at, true);
            }
            if (!isOne || (at > 0 && words[at] is "order" && words[at - 1] is "sort" or "display" or "print" or "show" or "list" or "menu")) continue;
            return words.Skip(at + length).Any(word => NameContext.FactsAfter.Contains(word)) || NameContext.FactsBefore.Contains(words[0]) && !RecordWords.Numbers.Contains(words[0])
                ? null : string.Join(' ', words.Skip(at).Take(length));
        }
        return null;
    }

    // Kundennummer, rechnungsnr, lidmaatschapsnummer: German, Dutch and Swedish write them as one word.
    private static bool IsJoined(string word) => RecordWords.Numbers.Any(number => word.Length >= number.Length + 2 && word.EndsWith(number, StringComparison.Ordinal) && IsStem(word[..^number.Length], number));

    private static bool IsStem(string stem, string number)
    {
        if (RecordWords.IsRecord(stem) || stem[^1] is 's' or 'n' or 'e' && RecordWords.IsRecord(stem[..^1])) return true;
        if (number is not ("nummer" or "nr" or "numer" or "number")) return false;
        var bare = stem.TrimEnd('s');
        return RecordWords.People.Concat(RecordWords.Cases).Any(whose => whose.Length >= FewestInside && (stem.EndsWith(whose, StringComparison.Ordinal) || bare.EndsWith(whose, StringComparison.Ordinal)));
    }
}
