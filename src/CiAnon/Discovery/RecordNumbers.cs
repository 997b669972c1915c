using System.Collections.Frozen;

namespace CiAnon.Discovery;

/// <summary>
/// Whether a column's name speaks of numbers that an organization gives to people and their cases: patient_no, Kundennummer, invoice_nr.
/// Reports count those that were kept; nobody is asked about them, since most such numbers say nothing outside.
/// </summary>
internal static class RecordNumbers
{
    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(["no", "nr", "num", "number", "numbers", "nummer", "numero", "mrn", "aktenzeichen", "matricule", "expediente"]);

    private static readonly FrozenSet<string> Alone = FrozenSet.ToFrozenSet(["mrn", "aktenzeichen", "matricule", "expediente"]);

    private static readonly FrozenSet<string> Whose = FrozenSet.ToFrozenSet(
    [
        "patient", "patients", "customer", "client", "member", "membership", "subscriber", "employee", "staff", "personnel", "badge", "student", "pupil", "matriculation", "applicant",
        "insured", "donor", "guest", "passenger", "participant", "loyalty", "invoice", "order", "booking", "reservation", "contract", "policy", "case", "file", "record", "claim", "ticket", "receipt",
        "kunde", "kunden", "patienten", "mitglied", "mitglieds", "personal", "matrikel", "schueler", "schuler", "teilnehmer", "rechnung", "rechnungs", "auftrag", "auftrags", "bestell", "bestellung",
        "buchung", "buchungs", "vertrag", "vertrags", "fall", "akten", "beleg", "vorgang", "vorgangs", "debitor", "debitoren",
        "facture", "commande", "dossier", "adherent", "contrat", "cliente", "paciente", "factura", "pedido", "socio", "contrato", "klant", "factuur", "lid", "personeels",
    ]);

    public static bool Speaks(string column)
    {
        var words = NameParts.Of(column);
        return words.Any(Alone.Contains) || words.Any(IsJoined)
            || Enumerable.Range(0, Math.Max(0, words.Count - 1)).Any(at => Whose.Contains(words[at]) && Numbers.Contains(words[at + 1]) || Numbers.Contains(words[at]) && Whose.Contains(words[at + 1]));
    }

    // Kundennummer, rechnungsnr: German and Dutch write them as one word.
    private static bool IsJoined(string word) => Numbers.Any(number => word.Length > number.Length && word.EndsWith(number, StringComparison.Ordinal) && Whose.Contains(word[..^number.Length]));
}
