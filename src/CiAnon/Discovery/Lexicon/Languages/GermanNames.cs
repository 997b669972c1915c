using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>German words in names of columns.</summary>
internal static class GermanNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "German", """
            mailadresse, *emailadresse, e mail adresse, ?kontakt mail, ?postfach elektronisch,
            email privat, email geschaeftlich, e mail, mailkontakt, absender mail, empfaenger mail, ?mail privat, ?verteiler
            """),
        new(PersonalKind.Phone, "German", """
            *telefon, telefonnummer, telefonnr, tel nr, telnr, *handy, handynummer, handynr, *mobilnummer, mobil, mobilnr, mobiltelefon, *rufnummer, *durchwahl, ?festnetz, *telefax, faxnummer,
            telefon privat, telefon geschaeftlich, tel privat, tel mobil, tel dienst, dienstnummer tel, ?festnetznummer, ?nebenstelle, ?telefonkontakt,
            durchwahl tel, telefon dienstlich, tel gesch, notrufnummer, notfallnummer, rueckrufnummer,
            fon, fonnummer, privfon, mobfon, fon privat, fon mobil, tel p, tel g, tel m, ?funk, telefonprivat, telefondienstlich, tel tagsueber, ?ruf
            """),
        new(PersonalKind.Name, "German", """
            vollstaendiger name, vollstandiger name, *kontoinhaber, *ansprechpartner, *ansprechperson, kundenname, patientenname, mitarbeitername, *versicherungsnehmer, *empfaenger, *empfanger, empfaengername, ?absender, halter, fahrzeughalter, ?inhaber,
            ?bearbeiter, *sachbearbeiter, ?ersteller name, rechnungsname, liefername, *geschaeftsfuehrer, notfallkontakt, ?betreuer, vermieter, mieter, ?hausarzt, ?arzt, ?unterzeichner, personenname, anzeigename, ?verfasser, ?auftraggeber, ?schuldner, ?glaeubiger,
            *vollname, name vollstaendig, *auftraggebername, ?auftragnehmer, *antragsteller, ?patient, ?spender, spendername, *teilnehmername, *lehrername, *arztname, ?behandler, ?behandelnder arzt,
            *erziehungsberechtigter, ?vormund, ?absendername, ?mitarbeiter, ?zustaendig, ?verantwortlich, *rechnungsempfaenger, ?lieferempfaenger, ?zahlungsempfaenger, ?zahler, ?beguenstigter, ?kunde,
            ?name anzeige, ?dozent, ?gast name, gastname, ?fahrer, fahrername, ?melder, ?autor,
            kto inhaber, kto inh, kontakt name, ?vertreter, ?bevollmaechtigter, name der mutter, name des vaters, name rechnung, ?ansprechpartner name,
            ?mandant, ?gegner, ?gegenseite, rubrum, ?gesetzlicher vertreter, gesetzl vertreter, vertragspartner name, ?angehoerige, ?angehoeriger, kontoinh, ?zahlungspflichtiger, kontakt notfall, ?lieferansprechpartner, rechnungsempf, ?dolmetscher, ?richter
            """),
        new(PersonalKind.FirstName, "German", """
            *vorname, rufname, zweiter vorname, vname,
            vornamen, ?mittelname, initialen
            """),
        new(PersonalKind.LastName, "German", """
            *nachname, *familienname, zuname, geburtsname, *maedchenname, nname, ledigname,
            *nachnamen, ?familienname frueher, geburts name
            """),
        new(PersonalKind.Username, "German", """
            *benutzername, benutzerkennung, *nutzername, anmeldename, spitzname, ?kennung, loginkennung, ?benutzer,
            *loginname, login name, nutzerkennung, *profilname, *anmeldekennung, ?angelegt von, ?erstellt von, ?geaendert von, ?bearbeitet von, windows kennung,
            *benutzerkennung, *benutzerkuerzel, mitarbeiterkuerzel, bearbeiterkuerzel, sachbearbeiterkuerzel, namenskuerzel, *anmeldename, anmeldekonto, domaenenkonto, ad konto, netzwerkname benutzer, forenname, spielername, nickname nutzer, ?erfasst von, ?erfasser, ?angelegt durch, ?geandert von, ?aenderer, ?bearbeiter, ?freigegeben von, ?genehmigt von, ?ersteller, ?letzter bearbeiter, ?storniert von, ?geprueft von, ?gesperrt von, ?importiert von,
            *kurzzeichen, *namenszeichen, ?kuerzel, ?geaendert durch,
            ?sachbearb, ?vertreterkuerzel, ?bearb, ?erfassername
            """),
        new(PersonalKind.Address, "German", """
            *adresse, *anschrift, *strasse, *hausnummer, hausnr, haus nr, ~str, str nr, strassenname, adresszusatz, lieferadresse, rechnungsadresse, wohnadresse, *postfach, ?wohnung, adr zeile, adr,
            strasse nr, strasse hausnr, strasse und hausnummer, ?adresszeile, ?wohnungsnummer, privatadresse, firmenadresse,
            ~zusatz, ~stockwerk, ~tuer, ~stiege, ~etage,
            ?wohnhaft, adressierungszusatz, ?postanschrift
            """),
        new(PersonalKind.City, "German", """
            ?ort, wohnort, *wohnort, stadt, ?gemeinde, geburtsort, ortsname, lieferort, rechnungsort, ortsteil, ?kreis,
            ?stadtname, wohngemeinde, ?sterbeort,
            geb ort, gebort, *stadtteil, ?landkreis
            """),
        new(PersonalKind.PostalCode, "German", """
            plz, *postleitzahl, postleitz, lieferplz, rechnungsplz, plz ort,
            plz wohnort, ?plz zusatz
            """),
        new(PersonalKind.Location, "German", """
            breitengrad, laengengrad, langengrad, *koordinate, koordinaten, ?standort koordinaten,
            geo breite, geo laenge, ?breite geo, ?gps position, standortkoordinaten
            """),
        new(PersonalKind.NationalId, "German", """
            *sozialversicherung, sozialversicherungsnummer, sozialversicherungsnr, sv nummer, sv nr, svnr, svnummer, *rentenversicherungsnummer, *steuernummer, steuernr, steuer id, *steueridentifikation, steuer identnr, idnr, ust id, ustid, ustidnr, umsatzsteuer id,
            *ausweis, personalausweis, ausweisnummer, ausweisnr, ~perso, reisepass, reisepassnummer, passnummer, passnr, *fuehrerschein, fuehrerscheinnummer, fuhrerschein, *kennzeichen, kfz kennzeichen, krankenversichertennummer, *versichertennummer, versicherten nr, kvnr,
            versicherungsnummer, ahv, ahv nummer, ahvnr, ?fahrgestellnummer,
            steuer nr, steuerid, steueridentifikationsnummer, identifikationsnummer, rvnr, rv nummer, kv nummer, kv nr, krankenkassennummer, versichertennr, versicherungs nr, *aufenthaltstitel,
            kfzkennzeichen, amtliches kennzeichen, handelsregisternummer, hr nummer, lanr, bsnr, ik nummer, ?egk nummer, uid nummer,
            ?fin, fahrgestellnr, fahrzeug identnr, fahrzeugidentnummer, fahrzeugidentifikationsnummer, ust nr, hrb, fuehrerscheinnr, nationaler code,
            ?sozial nr, sozialnr, ?leitweg, ?dokumentennummer
            """),
        new(PersonalKind.RecordNumber, "German", """
            ?matrikelnummer, ?matrikelnr, ?personalnummer, ?personalnr, pers nr, ?mitgliedsnummer, ?patientennummer,
            ?mitgliedsnr, ?patientennr, ?patienten nr, ?spendernummer,
            ?personal nr, ?schuelernummer
            """),
        new(PersonalKind.Account, "German", """
            *kontonummer, kontonr, konto nr, *bankleitzahl, blz, *bankverbindung, ?konto, sepa mandat, gegenkonto iban,
            bankkonto, konto inhaber iban, ?kto, ktonr, kto nr, *bankkontonummer, ?bankname konto, bankverb, ?zahlungskonto
            """),
        new(PersonalKind.Card, "German", """
            *kreditkarte, kreditkartennummer, kartennummer, karten nr, kartennr, pruefziffer karte,
            karteninhaber nummer, karte gueltig bis, kartenablauf, ?pruefnummer, kartenpruefnummer
            """),
        new(PersonalKind.Token, "German", """
            *passwort, *kennwort, geheimnis, *geheimfrage, sicherheitsantwort, zugangsschluessel, ?schluessel, ?zugangscode, ?sitzungsschluessel,
            *zugangsdaten, zugriffstoken, anmeldetoken, *passworthash, passwort hash, sicherheitsfrage, *sicherheitscode, bestaetigungscode, aktivierungscode, einladungscode, ?api schluessel,
            privater schluessel, geheimer schluessel, ?wiederherstellungscode, lizenzschluessel, ?pin code
            """),
        new(PersonalKind.Ip, "German", "ip adresse, ipadresse, *ipadresse"),
        new(PersonalKind.Device, "German", """
            mac adresse, ?geraetenummer, ?geraetekennung, ?seriennummer,
            *geraetekennung, *geraeteid, geraete id, geraet id, *geraetekennnummer, ?geraete nr, ?geraetenr, *seriennummer, seriennr, serien nr, fabriknummer, imei nummer, hardwareadresse, *macadresse, simkarte, simkartennummer, sim nummer, iccid nummer, werbe id, werbekennung, push kennung, browserkennung, fingerabdruck geraet, ?rechnerkennung, ?endgeraet, ?transponder, transpondernummer, ?zaehlernummer, rfid nummer, chipnummer
            """),
        new(PersonalKind.BirthDate, "German", """
            *geburt, geburtsdatum, geburtstag, geb datum, gebdat, gebdatum, geb dat, geb, geboren, geboren am, geburtsjahr, ?alter, lebensalter, todesdatum, sterbedatum, gestorben am, verstorben am,
            geburtsdat, gebtag, ?todestag, altersjahre,
            geburtsdt, ?sterbetag
            """),
        new(PersonalKind.Gender, "German", """
            *geschlecht, *anrede,
            ?titel anrede, briefanrede, namenstitel,
            anschreiben anrede, ansprache, ~sal
            """),
        new(PersonalKind.Company, "German", """
            *firma, firmenname, *arbeitgeber, unternehmen, unternehmensname, ?betrieb, lieferantenname,
            *arbeitgebername, ?organisation, ?einrichtung, ?schule, ?verein, vereinsname, ?hochschule, ?kanzlei, ?institution,
            ?verlag name, bueroname
            """),
        new(PersonalKind.Income, "German", """
            *gehalt, *lohn, *monatslohn, *stundenlohn, *einkommen, *kontostand, ?saldo, ?verdienst, ?bezuege, ?praemie, jahresbrutto, brutto monat, ?warmmiete, ?kaltmiete, ?vermoegen,
            *verguetung, *grundgehalt, *bruttogehalt, *nettogehalt, *jahresgehalt, ?stundensatz, *bonuszahlung, ?provision betrag, ?monatliches einkommen, ?unterhalt, ?nettolohn,
            ?entgelt, *besoldung,
            ?stdlohn, ?honorarsatz, ?honorar, ~brutto, ~netto
            """),
        new(PersonalKind.Special, "German", """
            *diagnose, ?befund, *befunde, *religion, *konfession, *religionszugehoerigkeit, *krankheit, *krankenstand, krankmeldung, ?krankentage, *behinderung, behinderungsgrad, gdb, *schwerbehindert, *schwanger, *blutgruppe, allergien, *medikament, medikation, *gesundheit,
            staatsangehoerigkeit, *staatsangehoerigkeit, staatsangehorigkeit, *nationalitaet, nationalitat, staatsbuergerschaft, *familienstand, *kirchensteuer, *gewerkschaft, *partei, vorstrafen, ethnie, herkunft, sexuelle orientierung, *impfung, impfstatus, ?therapie, *behandlung, ?raucher, ?vorerkrankungen,
            *anamnese, *symptom, *unvertraeglichkeit, *ernaehrung, ?essenswunsch, *pflegegrad, *grad der behinderung, ?todesursache, ?rauchstatus, *impfstoff, *blutdruck, *blutzucker, ~gewicht,
            ~puls, ?herzfrequenz, *migrationshintergrund, *parteimitglied, ?glaube, *straftat, *vorstrafe, ?fehlzeiten krank, *arbeitsunfaehig, ?rezept, ?verschreibung, ?laborwert,
            ?beziehungsstatus,
            ?staatsang, staatsangeh, ?merkzeichen, ?pflegestufe, ?behindert,
            ?kirchenst, ?schwerbeh, ?icd, icd code, icd text, ?dauerdiagnosen, ?konf, fingerabdruck
            """),
        new(PersonalKind.FreeText, "German", """
            ?*bemerkung, ?*notiz, ?notizen, ?*kommentar, ?*nachricht, ?*beschreibung, ?anmerkung, ?*anmerkungen, ?hinweis, ?freitext, ?betreff, ?inhalt, ?lebenslauf, ?anmerk, ?sachverhalt, ?schadenhergang, ?*verwendungszweck,
            ?*beschwerde, ?begruendung, ?erlaeuterung, ?*mitteilung, ?text, ?freier text, ?*protokoll, ?gespraechsnotiz, ?aktennotiz, ?vermerk, ?stellungnahme,
            ?absagegrund, ?stornogrund, ?ablehnungsgrund, ?kuendigungsgrund, ?ueber mich, ?kurzprofil, ?motivation, ?anschreiben, ?werdegang, ?bewertungstext, ?zusatzinfo, ?sonstiges,
            ?lieferhinweis, ?wunsch,
            ?diverses, ?verw zweck, ?vzweck, ?info, ?vermerke, ?wiedervorlage text
            """),
        new(PersonalKind.Account, "German", "glaeubiger id, glaeubiger ident nr, glaeubiger identnr, glaeubiger identifikationsnummer"),
        new(PersonalKind.Phone, "German", "?privatnr, ?dienstnr, mobilnr"),
    ];
}
