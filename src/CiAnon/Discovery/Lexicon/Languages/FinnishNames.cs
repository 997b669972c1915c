using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Finnish words in names of columns.</summary>
internal static class FinnishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Finnish", "sahkoposti, sahkopostiosoite, *sahkoposti, sposti, email osoite, sahkopostit"),
        new(PersonalKind.Phone, "Finnish", """
            *puhelin, puhelinnumero, puh, puh nro, puhnro, puh numero, matkapuhelin, matkapuhelinnumero, kannykka, gsm numero, *kannykka, kotipuhelin, tyopuhelin, faksi, faksinumero,
            lankapuhelin
            """),
        new(PersonalKind.Name, "Finnish", """
            ?nimi, koko nimi, kokonimi, asiakkaan nimi, potilaan nimi, yhteyshenkilo, yhteyshenkilon nimi, lahiomainen, lahiomainen nimi, omainen, huoltaja, huoltajan nimi, vastaanottaja,
            vastaanottajan nimi, lahettaja, kortinhaltija, tilin omistaja, ?laakari, ?opettaja, ?tekija, ?kirjoittaja, ?laatija, ?edunvalvoja, ?puoliso, puolison nimi, allekirjoittaja,
            ?tilaaja, ?hakija, ?vuokralainen, ?kuljettaja
            """),
        new(PersonalKind.FirstName, "Finnish", "*etunimi, etunimet, kutsumanimi, toinen nimi, ?lempinimi etunimi, alkukirjaimet"),
        new(PersonalKind.LastName, "Finnish", "*sukunimi, syntymanimi, tyttonimi, entinen sukunimi, aiempi sukunimi, sukunimet, ?entinen nimi"),
        new(PersonalKind.Username, "Finnish", """
            kayttajatunnus, *kayttajatunnus, kayttajanimi, kirjautumisnimi, nimimerkki, lempinimi, ?kayttaja, ?luonut, ?muokannut, ?luoja, ?muokkaaja, ?tallentaja, ?tallentanut,
            ?kirjannut, ?hyvaksynyt, ?poistanut
            """),
        new(PersonalKind.Address, "Finnish", """
            *osoite, katuosoite, *katuosoite, lahiosoite, postiosoite, kotiosoite, laskutusosoite, toimitusosoite, kayntiosoite, ?katu, kadunnimi, talon numero, talonumero, ?asunto,
            asunnon numero, porras, postilokero
            """),
        new(PersonalKind.City, "Finnish", """
            kaupunki, ?kunta, kotikunta, postitoimipaikka, ?paikkakunta, asuinpaikka, asuinkunta, syntymapaikka, syntymakunta, kotipaikka, syntymakotikunta
            """),
        new(PersonalKind.PostalCode, "Finnish", "postinumero, postinro, *postinumero, pono"),
        new(PersonalKind.Location, "Finnish", "leveysaste, pituusaste, koordinaatit, ?sijainti koordinaatit"),
        new(PersonalKind.NationalId, "Finnish", """
            hetu, henkilotunnus, *henkilotunnus, sotu, sosiaaliturvatunnus, passinumero, passin numero, ajokortti, ajokortin numero, ajokorttinumero, henkilokortti, henkilokortin numero,
            ?ytunnus, ?y tunnus, alv numero, verotunnus, veronumero, kelakortti, kela numero, rekisterinumero auto, rekisteritunnus, alustanumero, ulkomaalaisnumero
            """),
        new(PersonalKind.Account, "Finnish", "tilinumero, pankkitili, pankkitilinumero, *pankkitili, iban numero"),
        new(PersonalKind.Card, "Finnish", "luottokortti, luottokortin numero, *luottokortti, maksukortti, korttinumero, pankkikortti"),
        new(PersonalKind.Token, "Finnish", """
            *salasana, salasanan tiiviste, tunnusluku, pin koodi, ?avain, salainen avain, vahvistuskoodi, turvakoodi, istuntotunnus, paasykoodi
            """),
        new(PersonalKind.BirthDate, "Finnish", """
            syntymaaika, syntymapaiva, *syntymaaika, *syntymapaiva, syntymavuosi, syntynyt, kuolinpaiva, kuolinaika, kuollut, ika, ika vuosina
            """),
        new(PersonalKind.Gender, "Finnish", "sukupuoli, puhuttelu, ?titteli"),
        new(PersonalKind.Company, "Finnish", "yritys, yrityksen nimi, tyonantaja, tyopaikka, ?toiminimi, ?yhtio"),
        new(PersonalKind.Income, "Finnish", """
            palkka, *palkka, kuukausipalkka, tuntipalkka, bruttopalkka, nettopalkka, ?tulot, ?elake, vuositulot, ?luottoraja
            """),
        new(PersonalKind.Special, "Finnish", """
            kansalaisuus, siviilisaaty, uskonto, uskontokunta, seurakunta, *diagnoosi, diagnoosikoodi, allergia, allergiat, *allergia, veriryhma, vamma, laakitys, ?sairaus, ?sairaudet,
            rokotus, rokotukset, raskaana, ammattiliitto, puolue, etninen tausta, seksuaalinen suuntautuminen, rikosrekisteri, kuolinsyy, ?oireet, ?hoito, tupakointi, erityisruokavalio,
            ?ruokavalio
            """),
        new(PersonalKind.FreeText, "Finnish", """
            ?huomautus, ?huomautukset, ?huomio, ?kommentti, ?kommentit, ?kuvaus, ?viesti, ?lisatiedot, ?muistiinpano, ?muistiinpanot, ?selite, ?teksti, ?palaute, ?kirjaus, ?sisalto,
            ?perustelu
            """),
        new(PersonalKind.Device, "Finnish", "laitetunnus, laitetunniste, ?sarjanumero laite, mac osoite"),
        new(PersonalKind.Ip, "Finnish", "ip osoite"),
        new(PersonalKind.RecordNumber, "Finnish", """
            ?potilasnumero, ?asiakasnumero, ?jasennumero, ?opiskelijanumero, ?henkilonumero, ?tyontekijanumero, ?henkilostonumero, ?viitenumero, ?diaarinumero, ?asianumero, ?laskunumero,
            ?tilausnumero, ?sopimusnumero, ?potilastunnus, ?opiskelijatunnus, ?asiakastunnus, ?jasentunnus
            """),
    ];
}
