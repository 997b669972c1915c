using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Greek words in names of columns, in their own script and as software written in Latin letters has them.</summary>
internal static class GreekNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Greek", "ηλεκτρονικη διευθυνση, *ταχυδρομειο, *ιμειλ"),
        new(PersonalKind.Phone, "Greek", "*τηλεφωνο, *κινητο, φαξ, tilefono, kinito"),
        new(PersonalKind.Name, "Greek", "*ονοματεπωνυμο, πληρες ονομα, παραληπτης, αποστολεας, ?ιδιοκτητης, onomateponymo"),
        new(PersonalKind.FirstName, "Greek", "?ονομα, πατρωνυμο, μητρωνυμο, ονομα πατρος, onoma"),
        new(PersonalKind.LastName, "Greek", "*επωνυμο, eponymo, eponimo"),
        new(PersonalKind.Username, "Greek", "ονομα χρηστη, ψευδωνυμο, ?χρηστης"),
        new(PersonalKind.Address, "Greek", "*διευθυνση, *οδος, ?αριθμος οδου, dieythynsi, diefthinsi"),
        new(PersonalKind.City, "Greek", "*πολη, τοπος γεννησης"),
        new(PersonalKind.PostalCode, "Greek", "ταχυδρομικος κωδικας, τκ"),
        new(PersonalKind.NationalId, "Greek", "αφμ, αμκα, *ταυτοτητα, αριθμος ταυτοτητας, *διαβατηριο, αδτ, afm, amka"),
        new(PersonalKind.Account, "Greek", "*λογαριασμος, αριθμος λογαριασμου, ιβαν"),
        new(PersonalKind.Card, "Greek", "αριθμος καρτας, *πιστωτικη"),
        new(PersonalKind.Token, "Greek", "κωδικος προσβασης, *συνθηματικο"),
        new(PersonalKind.BirthDate, "Greek", "ημερομηνια γεννησης, *γεννησης, *γενεθλια, ηλικια"),
        new(PersonalKind.Gender, "Greek", "φυλο"),
        new(PersonalKind.Company, "Greek", "*επωνυμια, ?εταιρεια, ?εταιρια, εργοδοτης"),
        new(PersonalKind.Income, "Greek", "*μισθος, εισοδημα"),
        new(PersonalKind.Special, "Greek", "υπηκοοτητα, εθνικοτητα, θρησκευμα, *διαγνωση, αλλεργια, αλλεργιες, ομαδα αιματος, αναπηρια, οικογενειακη κατασταση"),
        new(PersonalKind.FreeText, "Greek", "?παρατηρησεις, ?σχολια, ?σχολιο, ?περιγραφη, ?σημειωσεις, ?μηνυμα, ?κειμενο"),
        new(PersonalKind.RecordNumber, "Greek", "αριθμος μητρωου, ?κωδικος πελατη, ?αριθμος παραγγελιας"),
        new(PersonalKind.Phone, "Greek", "σταθερο, stathero, til, kinhto, thlefwno"),
        new(PersonalKind.LastName, "Greek", "epwnymo"),
        new(PersonalKind.Address, "Greek", "odos, ?dief"),
        new(PersonalKind.City, "Greek", "poli, polh"),
        new(PersonalKind.PostalCode, "Greek", "~tk, ταχ κωδικας"),
        new(PersonalKind.BirthDate, "Greek", "ημ γεννησης, hm gennhshs"),
        new(PersonalKind.Company, "Greek", "?κατασκευαστης, ?προμηθευτης"),
        new(PersonalKind.Name, "Greek", "κηδεμονας, ?ιατρος, ?γιατρος, συζυγος, υπευθυνος επικοινωνιας"),
        new(PersonalKind.NationalId, "Greek", "αδεια οδηγησης, πινακιδα, αριθμος κυκλοφοριας, αριθμος διαβατηριου, αρ ταυτοτητας, αρ διαβατηριου, adt, ar taftotitas"),
        new(PersonalKind.Phone, "Greek", "τηλ, κιν"),
        new(PersonalKind.Address, "Greek", "οροφος, δνση"),
        new(PersonalKind.Card, "Greek", "αρ καρτας"),
        new(PersonalKind.Account, "Greek", "αρ λογαριασμου"),
        new(PersonalKind.Special, "Greek", "ασθενεια, φαρμακα, βαρος, υψος, συμπτωματα"),
        new(PersonalKind.FreeText, "Greek", "?αιτηματα, ?παραπονα"),
        new(PersonalKind.RecordNumber, "Greek", "αριθμος κρατησης, αριθμος φακελου"),
    ];
}
