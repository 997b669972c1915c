using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Norwegian words in names of columns.</summary>
internal static class NorwegianNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Norwegian", "epost, e post, epostadresse, e postadresse, *epost, mailadresse"),
        new(PersonalKind.Phone, "Norwegian", """
            *telefon, telefonnummer, tlf, tlf nr, tlfnr, mobil, mobilnr, mobilnummer, mobiltelefon, *mobilnummer, faks, faksnummer, fasttelefon
            """),
        new(PersonalKind.Name, "Norwegian", """
            ?navn, co navn, co adresse, fullt navn, kundenavn, medlemsnavn, kontaktperson, kontakt navn, paroerende, parorende, narmeste parorende, foresatt, foresatt navn, foresatte, verge, mottaker,
            mottaker navn, avsender, kortholder, kontoeier, kontohaver, ?lege, ?fastlege, ?eier, ?forfatter, ?saksbehandler, ?soker, ?bestiller, ektefelle, ?laerer, ?larer, ?giver,
            ?sjafor, avdode, avdoede, ?prest
            """),
        new(PersonalKind.FirstName, "Norwegian", "*fornavn, mellomnavn, kallenavn fornavn, initialer"),
        new(PersonalKind.LastName, "Norwegian", "*etternavn, pikenavn, fodenavn, foedenavn, slektsnavn"),
        new(PersonalKind.Username, "Norwegian", """
            brukernavn, *brukernavn, brukerid, kallenavn, ?bruker, ?opprettet av, ?endret av, ?oppdatert av, ?registrert av, ?godkjent av, ?slettet av, innloggingsnavn
            """),
        new(PersonalKind.Address, "Norwegian", """
            *adresse, gateadresse, *gateadresse, gate, gatenavn, veinavn, vegnavn, husnr, husnummer, *husnummer, ?bokstav hus, ~etasje, leilighet, leilighetsnr, bruksenhetsnummer,
            postboks, bostedsadresse, gardsnummer, bruksnummer
            """),
        new(PersonalKind.City, "Norwegian", "poststed, *poststed, ?sted, ?kommune, kommunenavn, fodested, foedested, bosted, hjemsted"),
        new(PersonalKind.PostalCode, "Norwegian", "postnr, postnummer, *postnummer"),
        new(PersonalKind.Location, "Norwegian", "breddegrad, lengdegrad, koordinater"),
        new(PersonalKind.NationalId, "Norwegian", """
            fodselsnummer, foedselsnummer, fodselsnr, foedselsnr, fnr, *fodselsnummer, personnummer, dnummer, d nummer, passnummer, passnr, forerkort, foererkort, forerkortnummer,
            organisasjonsnummer, organisasjonsnr, orgnr, org nr, orgnummer, *orgnr, skiltnummer, bilnummer, regnummer, registreringsnummer, understellsnummer, hpr nummer, hprnr,
            mva nummer
            """),
        new(PersonalKind.Account, "Norwegian", "kontonummer, kontonr, *kontonummer, bankkonto, kontonummer bank"),
        new(PersonalKind.Card, "Norwegian", "kortnummer, kortnr, kredittkort, *kredittkort, betalingskort, utlopsdato kort"),
        new(PersonalKind.Token, "Norwegian", "*passord, passord hash, pinkode, engangskode, aktiveringskode, ?nokkel, hemmelig nokkel"),
        new(PersonalKind.BirthDate, "Norwegian", """
            fodselsdato, foedselsdato, fodselsdag, foedselsdag, *fodselsdato, *foedselsdato, fodt, foedt, fodselsar, foedselsaar, alder, dodsdato, doedsdato
            """),
        new(PersonalKind.Gender, "Norwegian", "kjonn, kjoenn, tiltale, ?tittel tiltale"),
        new(PersonalKind.Company, "Norwegian", """
            ?firma, firmanavn, bedrift, bedriftsnavn, arbeidsgiver, arbeidssted, ?forening, foretak, foretaksnavn
            """),
        new(PersonalKind.Income, "Norwegian", "lonn, loenn, manedslonn, timelonn, arslonn, inntekt, *inntekt, bruttolonn, ?pensjon"),
        new(PersonalKind.Special, "Norwegian", """
            nasjonalitet, statsborgerskap, sivilstand, sivilstatus, religion, trossamfunn, livssyn, *diagnose, allergi, allergier, *allergi, blodtype, handikap, funksjonshemming, ?sykdom,
            sykdommer, medisiner, medisin, ?behandling, fagforening, helse, *helse, gravid, dapsdato, daapsdato, dodsarsak, vaksine, vaksinasjon, etnisitet, kostbehov, straffeattest
            """),
        new(PersonalKind.FreeText, "Norwegian", """
            ?merknad, ?merknader, ?kommentar, ?kommentarer, ?beskrivelse, ?melding, ?notat, ?notater, ?tekst, ?begrunnelse, ?forklaring, ?referat, ?fritekst, ?innhold
            """),
        new(PersonalKind.Device, "Norwegian", "enhets id, enhetsid, serienummer, mac adresse"),
        new(PersonalKind.Ip, "Norwegian", "ip adresse"),
        new(PersonalKind.RecordNumber, "Norwegian", """
            ?kundenr, ?kundenummer, ?medlemsnr, ?medlemsnummer, ?ansattnr, ?ansattnummer, ?journalnr, ?saksnr, ?saksnummer, ?ordrenr, ?fakturanr, ?polisenr, ?kid, ?kid nr, ?kidnr,
            ?kid nummer, ?elevnr, ?pasientnr, ?studentnummer, ?gravnr
            """),
    ];
}
