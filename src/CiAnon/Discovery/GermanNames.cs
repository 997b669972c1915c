using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>German words in names of columns.</summary>
internal static class GermanNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "German", "mailadresse, *emailadresse, e mail adresse, ?kontakt mail, ?postfach elektronisch"),
        new(PersonalKind.Phone, "German", """
            *telefon, telefonnummer, telefonnr, tel nr, telnr, *handy, handynummer, handynr, *mobilnummer, mobil, mobilnr, mobiltelefon, *rufnummer, *durchwahl, ?festnetz, *telefax, faxnummer
            """),
        new(PersonalKind.Name, "German", """
            vollstaendiger name, vollstandiger name, *kontoinhaber, *ansprechpartner, *ansprechperson, kundenname, patientenname, mitarbeitername, *versicherungsnehmer, *empfaenger, *empfanger, empfaengername, ?absender, halter, fahrzeughalter, ?inhaber,
            ?bearbeiter, *sachbearbeiter, ?ersteller name, rechnungsname, liefername, *geschaeftsfuehrer, notfallkontakt, ?betreuer, vermieter, mieter, ?hausarzt, ?arzt, ?unterzeichner, personenname, anzeigename, ?verfasser, ?auftraggeber, ?schuldner, ?glaeubiger
            """),
        new(PersonalKind.FirstName, "German", "*vorname, rufname, zweiter vorname, vname"),
        new(PersonalKind.LastName, "German", "*nachname, *familienname, zuname, geburtsname, *maedchenname, nname, ledigname"),
        new(PersonalKind.Username, "German", "*benutzername, benutzerkennung, *nutzername, anmeldename, spitzname, ?kennung, loginkennung, ?benutzer"),
        new(PersonalKind.Address, "German", """
            *adresse, *anschrift, *strasse, *hausnummer, hausnr, haus nr, str, strassenname, adresszusatz, lieferadresse, rechnungsadresse, wohnadresse, *postfach, ?wohnung, adr zeile, adr
            """),
        new(PersonalKind.City, "German", "?ort, wohnort, *wohnort, stadt, ?gemeinde, geburtsort, ortsname, lieferort, rechnungsort, ortsteil, ?kreis"),
        new(PersonalKind.PostalCode, "German", "plz, *postleitzahl, postleitz, lieferplz, rechnungsplz, plz ort"),
        new(PersonalKind.Location, "German", "breitengrad, laengengrad, langengrad, *koordinate, koordinaten, ?standort koordinaten"),
        new(PersonalKind.NationalId, "German", """
            *sozialversicherung, sozialversicherungsnummer, sozialversicherungsnr, sv nummer, sv nr, svnr, svnummer, *rentenversicherungsnummer, *steuernummer, steuernr, steuer id, *steueridentifikation, steuer identnr, idnr, ust id, ustid, ustidnr, umsatzsteuer id,
            *ausweis, personalausweis, ausweisnummer, ausweisnr, perso, reisepass, reisepassnummer, passnummer, passnr, *fuehrerschein, fuehrerscheinnummer, fuhrerschein, *kennzeichen, kfz kennzeichen, krankenversichertennummer, *versichertennummer, versicherten nr, kvnr,
            versicherungsnummer, ahv, ahv nummer, ahvnr, ?fahrgestellnummer
            """),
        new(PersonalKind.RecordNumber, "German", "?matrikelnummer, ?matrikelnr, ?personalnummer, ?personalnr, pers nr, ?mitgliedsnummer, ?patientennummer"),
        new(PersonalKind.Account, "German", "*kontonummer, kontonr, konto nr, *bankleitzahl, blz, *bankverbindung, ?konto, sepa mandat, mandatsreferenz, gegenkonto iban"),
        new(PersonalKind.Card, "German", "*kreditkarte, kreditkartennummer, kartennummer, karten nr, kartennr, pruefziffer karte"),
        new(PersonalKind.Token, "German", "*passwort, *kennwort, geheimnis, *geheimfrage, sicherheitsantwort, zugangsschluessel, ?schluessel, ?zugangscode, ?sitzungsschluessel"),
        new(PersonalKind.Ip, "German", "ip adresse, ipadresse, *ipadresse"),
        new(PersonalKind.Device, "German", "mac adresse, ?geraetenummer, ?geraetekennung, ?seriennummer"),
        new(PersonalKind.BirthDate, "German", "*geburt, geburtsdatum, geburtstag, geb datum, gebdat, gebdatum, geb dat, geb, geboren, geboren am, geburtsjahr, ?alter, lebensalter, todesdatum, sterbedatum, gestorben am, verstorben am"),
        new(PersonalKind.Gender, "German", "*geschlecht, *anrede"),
        new(PersonalKind.Company, "German", "*firma, firmenname, *arbeitgeber, unternehmen, unternehmensname, ?betrieb, lieferantenname"),
        new(PersonalKind.Income, "German", "*gehalt, *lohn, *monatslohn, *stundenlohn, *einkommen, *kontostand, ?saldo, ?verdienst, ?bezuege, ?praemie, jahresbrutto, brutto monat, ?warmmiete, ?kaltmiete, ?vermoegen"),
        new(PersonalKind.Special, "German", """
            *diagnose, ?befund, *befunde, *religion, *konfession, *religionszugehoerigkeit, *krankheit, *krankenstand, krankmeldung, ?krankentage, *behinderung, behinderungsgrad, gdb, *schwerbehindert, *schwanger, *blutgruppe, allergien, *medikament, medikation, *gesundheit,
            staatsangehoerigkeit, *staatsangehoerigkeit, staatsangehorigkeit, *nationalitaet, nationalitat, staatsbuergerschaft, *familienstand, *kirchensteuer, *gewerkschaft, *partei, vorstrafen, ethnie, herkunft, sexuelle orientierung, *impfung, impfstatus, ?therapie, *behandlung, ?raucher, ?vorerkrankungen
            """),
        new(PersonalKind.FreeText, "German", "?*bemerkung, ?*notiz, ?notizen, ?*kommentar, ?*nachricht, ?*beschreibung, ?anmerkung, ?*anmerkungen, ?hinweis, ?freitext, ?betreff, ?inhalt, ?lebenslauf, ?anmerk, ?sachverhalt, ?schadenhergang, ?*verwendungszweck"),
    ];
}
