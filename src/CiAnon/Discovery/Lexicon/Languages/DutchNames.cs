using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Dutch words in names of columns.</summary>
internal static class DutchNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Dutch", """
            emailadres, e mailadres, mailadres,
            e mail, email prive, email werk, emailadressen
            """),
        new(PersonalKind.Phone, "Dutch", """
            *telefoon, telefoonnummer, mobiel, mobiele nummer, mobielnummer, gsm nummer,
            telefoon prive, telefoon werk, telefoonnr, tel nr, mobiel nummer, mobiel nr, gsm, gsm nr, ?vaste lijn, faxnummer,
            vast nummer, telefoon vast, tel vast, tel mobiel, telefoon mobiel, ?noodnummer
            """),
        new(PersonalKind.Name, "Dutch", """
            ?naam, volledige naam, klantnaam, contactpersoon, tenaamstelling, rekeninghouder, ontvanger,
            naam klant, naam patient, naam contactpersoon, patientnaam, medewerkernaam, afzender naam, ?afzender, ?behandelaar, naam behandelaar, ?huisarts, naam huisarts, ?eigenaar, naam eigenaar,
            ?bestuurder, ?donateur, naam donateur, ?aanvrager, naam aanvrager, ?auteur, ?verantwoordelijke, ?ouder, naam ouder, noodcontact, contactpersoon nood, ?docent, naam docent, ?klant, ?patient,
            ?begunstigde, naam begunstigde, weergavenaam, ?ondertekenaar,
            ten name van, ?contactpersoon naam, naam moeder, naam vader, ?gemachtigde, ?vertegenwoordiger, ?indiener,
            ?bewindvoerder, ?monteur, ?behandelaar
            """),
        new(PersonalKind.FirstName, "Dutch", """
            *voornaam, voornamen, roepnaam, voorletters, initialen,
            eerste voornaam, voornaam klant,
            voorletter, voorl
            """),
        new(PersonalKind.LastName, "Dutch", """
            *achternaam, *familienaam, tussenvoegsel, meisjesnaam, geboortenaam, geslachtsnaam, voorvoegsel geslachtsnaam,
            eigen naam, partnernaam, voorvoegsel, tussenvoegsels
            """),
        new(PersonalKind.Username, "Dutch", """
            gebruikersnaam, bijnaam, ?gebruiker, inlognaam,
            ?aangemaakt door, ?gewijzigd door, accountnaam, loginnaam,
            inlogcode, inlog, gebruikerscode, gebruikersid, gebruikers id, ?gebruiker aangemaakt, schuilnaam, schermnaam, *gebruikersnaam, netwerknaam, ?ingevoerd door, ?toegevoegd door, ?bijgewerkt door, ?goedgekeurd door, ?verwijderd door, ?gemaakt door, ?vastgelegd door, ?mutatie door, ?paraaf, domeinaccount, profielnaam
            """),
        new(PersonalKind.Address, "Dutch", """
            *adres, *straat, straatnaam, *huisnummer, huisnr, toevoeging, postbus, postbox,
            adresregel, *postadres, *factuuradres, bezorgadres, leveradres, huisletter, huisnummer toevoeging, busnummer, straat en huisnummer,
            openbare ruimte naam, ~bus
            """),
        new(PersonalKind.City, "Dutch", """
            woonplaats, plaatsnaam, ?plaats, geboorteplaats, ?gemeente,
            ?dorp, plaats geboorte,
            ?wijk, ?buurt, woonplaatsnaam
            """),
        new(PersonalKind.NationalId, "Dutch", """
            bsn, burgerservicenummer, sofinummer, paspoortnummer, *paspoort, rijbewijs, rijbewijsnummer, ?kenteken, btw nummer,
            bsn nummer, rijksregisternummer, insz, identiteitskaart, identiteitsnummer, id kaart, id nummer, kvk, kvk nummer, ondernemingsnummer, btw nr, btwnummer, big nummer, agb code, kentekenplaat,
            nummerplaat, polisnummer zorg, zorgverzekeringsnummer, *legitimatie, vreemdelingennummer,
            kvknr, rsin, btw id, rijbewijs nr, ?anummer, chassisnummer
            """),
        new(PersonalKind.RecordNumber, "Dutch", """
            ?personeelsnummer,
            ?patientnummer, ?lidnummer, ?leerlingnummer, ?studentnummer, ?medewerkernummer, ?donateurnummer,
            ?betalingskenmerk, ?gestructureerde mededeling, ?ogm
            """),
        new(PersonalKind.Account, "Dutch", """
            rekeningnummer, bankrekening, *bankrekening, ?rekening,
            bankrekeningnummer, iban nummer, tegenrekening, ?machtiging, incasso iban, machtigingskenmerk
            """),
        new(PersonalKind.Card, "Dutch", """
            creditcardnummer, kaartnummer, pasnummer,
            kaartnr, kredietkaart, creditkaart, vervaldatum kaart, kaart vervaldatum
            """),
        new(PersonalKind.Token, "Dutch", """
            *wachtwoord, geheime sleutel, ?sleutel,
            wachtwoord hash, toegangscode, toegangssleutel, prive sleutel, beveiligingsvraag, beveiligingsantwoord, geheime vraag, activatiecode, bevestigingscode, verificatiecode, uitnodigingscode,
            herstelcode, ?pincode, api sleutel, licentiesleutel
            """),
        new(PersonalKind.BirthDate, "Dutch", """
            *geboorte, geboortedatum, geb datum, leeftijd, geboortejaar, overlijdensdatum,
            geb dat, gebdatum, datum geboorte, datum overlijden, overleden op
            """),
        new(PersonalKind.Gender, "Dutch", """
            geslacht, aanhef, geslachtsaanduiding, geslachtscode,
            aanspreektitel, ?titulatuur
            """),
        new(PersonalKind.Company, "Dutch", """
            bedrijf, bedrijfsnaam, werkgever,
            naam bedrijf, ?organisatie, organisatienaam, naam organisatie, handelsnaam, ?instelling, ?vereniging, ?school, schoolnaam
            """),
        new(PersonalKind.Income, "Dutch", """
            *salaris, inkomen, brutoloon, uurloon,
            brutosalaris, nettosalaris, maandsalaris, jaarsalaris, maandloon, ?loon, ?uurtarief, *inkomsten, ?pensioen, ?uitkering, ?toeslag,
            ?jaarinkomen, ?maandinkomen,
            ?schuldsanering
            """),
        new(PersonalKind.Special, "Dutch", """
            bloedgroep, zwangerschap, ziekte, ziekteverzuim, nationaliteit, burgerlijke staat, geloof, zwanger, vakbond, medicatie, allergieen, gezondheid,
            *diagnose, *allergie, *medicijn, *godsdienst, *handicap, ?klachten, anamnese, ?behandeling, ?roker, bloeddruk, ~gewicht, ~lengte, hartslag, afkomst, etniciteit,
            seksuele geaardheid, strafblad, lidmaatschap vakbond, politieke voorkeur, dieet, dieetwensen, vaccinatie, doodsoorzaak, arbeidsongeschikt, zorgindicatie,
            ?medisch
            """),
        new(PersonalKind.FreeText, "Dutch", """
            ?*opmerking, ?opmerkingen, ?notitie, ?bericht, ?omschrijving, ?toelichting, ?onderwerp,
            ?notities, ?beschrijving, ?tekst, ?inhoud, ?antwoord, ?vraag, ?klacht, ?reden, ?toelichtingen, ?uitleg, ?verslag, ?samenvatting, ?over mij, ?biografie, ?motivatie, ?ervaring, ?instructies,
            ?bijzonderheden, ?reactie, ?recensie, ?beoordeling tekst, ?gespreksverslag, ?memo
            """),
        new(PersonalKind.PostalCode, "Dutch", """
            *postcode, postcode cijfers,
            ?pc
            """),
        new(PersonalKind.Location, "Dutch", """
            breedtegraad, lengtegraad, *coordinaten
            """),
        new(PersonalKind.Device, "Dutch", """
            serienummer, mac adres,
            serienr, serie nr, apparaat id, apparaatid, apparaatnummer, toestel id, toestelid, toestelnummer imei, imei nummer, imeinummer, simkaart, simkaartnummer, simnummer, hardware adres, macadres, *macadres, advertentie id, browser vingerafdruk, vingerafdruk apparaat, ?meternummer, rfid nummer, chipnummer
            """),
        new(PersonalKind.Ip, "Dutch", """
            ip adres, ipadres, ip adr
            """),
    ];
}
