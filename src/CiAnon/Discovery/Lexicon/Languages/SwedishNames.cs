using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Swedish words in names of columns.</summary>
internal static class SwedishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Swedish", """
            epost, e post, epostadress, e postadress,
            mejl, mejladress, mailadress, e postadress kund
            """),
        new(PersonalKind.Phone, "Swedish", """
            telefonnummer, mobilnummer, mobiltelefon,
            telefon, mobil, mobilnr, telefonnr, tel nr, hemtelefon, arbetstelefon, faxnummer,
            tel hem, tel arbete
            """),
        new(PersonalKind.Name, "Swedish", """
            namn, fullstandigt namn, kundnamn, kontaktperson,
            namn kund, patientnamn, anstalldnamn, visningsnamn, ?mottagare, mottagarnamn, ?avsandare, avsandarnamn, ?agare, agarnamn, ?lakare, ?behandlare, ?forfattare, ?forare, ?givare, givarnamn,
            ?sokande, ?vardnadshavare, vardnadshavare namn, ?anhorig, narmast anhorig, anhorig namn, nodkontakt, ?larare, ?handlaggare, ?patient, ?kund, kortinnehavare, kontoinnehavare, ?innehavare,
            ?formanstagare, ?undertecknare,
            ?kontaktperson namn, ?ombud
            """),
        new(PersonalKind.FirstName, "Swedish", """
            fornamn, *fornamn, tilltalsnamn, foernamn,
            mellannamn, andranamn
            """),
        new(PersonalKind.LastName, "Swedish", """
            efternamn, *efternamn,
            flicknamn, *slaktnamn, tidigare efternamn
            """),
        new(PersonalKind.Username, "Swedish", """
            anvandarnamn, anvaendarnamn, smeknamn,
            anvandarid, inloggningsnamn, ?skapad av, ?andrad av, kontonamn,
            inloggning, inlogg, inloggningsid, inloggnings id, signatur anvandare, alias anvandare, profilnamn, anvandarkonto, natverksnamn, ?skapad av anvandare, ?uppdaterad av, ?redigerad av, ?registrerad av, ?inlagd av, ?godkand av, ?borttagen av, ?handlaggare signatur, *anvandarnamn
            """),
        new(PersonalKind.Address, "Swedish", """
            adress, *adress, gatuadress, gata, gatunamn,
            postadress, besoksadress, leveransadress, fakturaadress, husnummer, lagenhetsnummer, lgh nr, ?vag, ?vagnamn, adressrad, boxadress
            """),
        new(PersonalKind.City, "Swedish", """
            postort, ?ort, hemort, fodelseort,
            bostadsort, ?kommun,
            ?stadsdel
            """),
        new(PersonalKind.PostalCode, "Swedish", "postnummer, postnr"),
        new(PersonalKind.NationalId, "Swedish", """
            personnummer, *personnummer, personnr, samordningsnummer, organisationsnummer, korkort, passnummer, ?regnr,
            orgnr, org nr, org nummer, momsnummer, vat nummer, korkortsnummer, id kort, id nummer, idkortsnummer, registreringsnummer bil, registreringsskylt, socialforsakringsnummer, personnr kund,
            ?lmnr,
            registreringsnummer, ?chassinummer
            """),
        new(PersonalKind.Account, "Swedish", """
            kontonummer, bankkonto, clearingnummer,
            bankkontonummer, kontonr, bankgiro, plusgiro, iban nummer, clearingnr, clearing nr
            """),
        new(PersonalKind.Token, "Swedish", """
            losenord, *losenord, loesenord,
            losenordshash, hemlighet, *hemlig nyckel, privat nyckel, api nyckel, atkomstkod, atkomstnyckel, aktiveringskod, verifieringskod, bekraftelsekod, sakerhetsfraga, sakerhetssvar, hemlig fraga,
            inbjudningskod, engangskod, pinkod, ?portkod
            """),
        new(PersonalKind.BirthDate, "Swedish", """
            fodelsedatum, *fodelse, fodelsedag, ?alder, fodd,
            fodelsear, fodelsemanad, fodd datum, dodsdatum, avliden
            """),
        new(PersonalKind.Gender, "Swedish", """
            ?kon, tilltal,
            *kon kod, juridiskt kon
            """),
        new(PersonalKind.Company, "Swedish", """
            foretag, foretagsnamn, arbetsgivare,
            ?organisation, organisationsnamn, firmanamn, firma, skolnamn, ?forening, foreningsnamn
            """),
        new(PersonalKind.Income, "Swedish", """
            ~lon, manadslon, inkomst, timlon,
            grundlon, bruttolon, nettolon, arslon, ?loneutbetalning, ?pension, ?bidrag, ?arvode
            """),
        new(PersonalKind.Special, "Swedish", """
            sjukdom, sjukfranvaro, medborgarskap, civilstand, blodgrupp, allergier, fackforbund, gravid,
            *diagnos, *allergi, *medicin, lakemedel, vaccination, vaccinationer, religion, *funktionsnedsattning, *funktionshinder, *etnicitet, sexuell laggning, partimedlemskap, *graviditet, rokare,
            blodtryck, ~vikt, ~langd, puls, specialkost, matallergi, dodsorsak, *sjukskrivning, brottsregister, ?behandling, ?symtom, ?recept, ?anamnes
            """),
        new(PersonalKind.FreeText, "Swedish", """
            ?anteckning, ?anteckningar, ?meddelande, ?beskrivning, ?anmarkning,
            ?notering, ?noteringar, ?*kommentar, ?kommentarer, ?text, ?fritext, ?innehall, ?amne, ?svar, ?fraga, ?orsak, ?anledning, ?motivering, ?beskrivningar, ?om mig, ?biografi, ?klagomal,
            ?recension, ?omdome, ?instruktioner, ?sammanfattning, ?ovrigt, ?arendebeskrivning
            """),
        new(PersonalKind.Location, "Swedish", """
            latitud, longitud, koordinater
            """),
        new(PersonalKind.RecordNumber, "Swedish", """
            ?patientnummer, ?medlemsnummer, ?medlemsnr, ?anstallningsnummer, ?elevnummer, ?studentnummer, ?journalnummer,
            ?ocr, ?ocr nummer, ?ocrnummer
            """),
        new(PersonalKind.Card, "Swedish", """
            kortnummer, kreditkort, kreditkortsnummer, betalkort, kortets giltighetstid, kortnr
            """),
        new(PersonalKind.Ip, "Swedish", """
            ip adress, *ipadress
            """),
        new(PersonalKind.Device, "Swedish", """
            mac adress, serienummer, ?webblasare,
            serienr, serie nr, tillverkningsnummer, enhets id, enhetsid, *enhetsid, apparat id, maskin id, imei nummer, imeinummer, simkort, simkortsnummer, annons id, reklam id, enhetsnyckel, fingeravtryck enhet, fingeravtryck webblasare, hardvaruadress, macadress, *macadress, ?matarnummer
            """),
    ];
}
