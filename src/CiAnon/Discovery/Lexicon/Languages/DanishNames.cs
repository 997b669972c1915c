using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Danish words in names of columns.</summary>
internal static class DanishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Danish", "mailadresse, emailadresse, e mail adresse, epost"),
        new(PersonalKind.Phone, "Danish", """
            *telefon, telefonnummer, tlf, tlf nr, tlfnr, mobilnr, mobilnummer, mobiltelefon, mobil, mobil nr, *mobilnr, fastnet, faxnr, faxnummer, telefonnr
            """),
        new(PersonalKind.Name, "Danish", """
            ?navn, co navn, co adresse, att, attention, fulde navn, fuldt navn, kundenavn, medlemsnavn, kontaktperson, kontakt navn, paaroerende, parorende, naermeste paaroerende, vaerge, modtager, modtager navn, afsender,
            kortholder, kontohaver, ?laege, ?ejer, ?forfatter, ?sagsbehandler, ?ansoeger, ?ansoger, ?bestiller, aegtefaelle, ?laerer, ?vaert, ?chauffoer
            """),
        new(PersonalKind.FirstName, "Danish", "*fornavn, mellemnavn, fornavne, kaldenavn, initialer"),
        new(PersonalKind.LastName, "Danish", "*efternavn, pigenavn, foedenavn, fodenavn, slaegtsnavn"),
        new(PersonalKind.Username, "Danish", """
            brugernavn, *brugernavn, brugerid, kaldenavn bruger, ?bruger, ?oprettet af, ?aendret af, ?andret af, ?rettet af, ?opdateret af, ?godkendt af, ?slettet af, loginnavn
            """),
        new(PersonalKind.Address, "Danish", """
            *adresse, *vejnavn, gade, gadenavn, husnr, husnummer, *husnummer, ~etage, ~sal, ~doer, ~dor, ?side doer, ?bogstav hus, ?stednavn, ?lejlighed
            """),
        new(PersonalKind.City, "Danish", "bynavn, postdistrikt, foedested, fodested, ?kommune, kommunenavn, hjemby, bopael"),
        new(PersonalKind.PostalCode, "Danish", "postnr, postnummer, *postnummer"),
        new(PersonalKind.Location, "Danish", "breddegrad, laengdegrad, koordinater"),
        new(PersonalKind.NationalId, "Danish", """
            cpr, cpr nr, cprnr, cprnummer, cpr nummer, *cprnr, personnummer, pasnr, pasnummer, pas nr, koerekort, korekort, koerekortnr, korekortnummer, koerekortnummer, cvr, cvr nr,
            cvrnr, cvr nummer, se nr, nummerplade, *nummerplade, registreringsnummer, ?reg nummer, stelnummer, stelnr, sundhedskort, sygesikring, sygesikringsnr, ?indregistreringsnummer,
            momsnr
            """),
        new(PersonalKind.Account, "Danish", """
            kontonr, kontonummer, *kontonr, bankkonto, reg nr konto, bankregnr, registreringsnr bank, ~reg nr, ~regnr, iban nr
            """),
        new(PersonalKind.Card, "Danish", "kortnummer, kortnr, betalingskort, dankort, dankortnr, kreditkort, *kreditkort, udloebsdato kort"),
        new(PersonalKind.Token, "Danish", """
            adgangskode, *adgangskode, kodeord, *kodeord, adgangskode hash, pinkode, ?noegle, hemmelig noegle, aktiveringskode, engangskode
            """),
        new(PersonalKind.BirthDate, "Danish", """
            foedselsdato, fodselsdato, *foedselsdato, *fodselsdato, foedselsdag, fodselsdag, foedt, fodt, foedselsaar, fodselsar, alder, doedsdato, dodsdato, doed dato, foedsels dato
            """),
        new(PersonalKind.Gender, "Danish", "koen, ?kon, ?titel tiltale, tiltaleform"),
        new(PersonalKind.Company, "Danish", "?firma, firmanavn, virksomhed, virksomhedsnavn, arbejdsgiver, arbejdsplads, ?forening"),
        new(PersonalKind.Income, "Danish", """
            loen, ?lon, maanedsloen, timeloen, timelon, aarsindkomst, indkomst, *indkomst, *manedslon, bruttoloen, ?pension
            """),
        new(PersonalKind.Special, "Danish", """
            nationalitet, statsborgerskab, civilstand, religion, *diagnose, allergi, allergier, *allergi, blodtype, handicap, *handicap, ?sygdom, sygdomme, medicin, ?behandling,
            fagforening, helbred, *helbred, graviditet, dodsarsag, doedsaarsag, trossamfund, daabsdato, vaccination, etnicitet, seksualitet, straffeattest, kostrestriktioner
            """),
        new(PersonalKind.FreeText, "Danish", """
            ?bemaerkning, ?bemaerkninger, ?bemerkning, ?kommentar, ?kommentarer, ?beskrivelse, ?besked, ?notat, ?notater, ?note, ?tekst, ?forklaring, ?begrundelse, ?referat,
            ?journalnotat, ?fritekst
            """),
        new(PersonalKind.Device, "Danish", "enheds id, enhedsid, serienummer, serienr, mac adresse"),
        new(PersonalKind.Ip, "Danish", "ip adresse"),
        new(PersonalKind.RecordNumber, "Danish", """
            ?kundenr, ?kundenummer, ?medlemsnr, ?medlemsnummer, ?medarbejdernr, ?medarbejdernummer, ?journalnr, ?sagsnr, ?sagsnummer, ?ordrenr, ?fakturanr, ?policenr, ?loennr, ?laanernr,
            ?elevnr, ?patientnr, ?studienummer, ?afgiftsnr, ?kid
            """),
    ];
}
