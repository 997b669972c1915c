using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Czech words in names of columns.</summary>
internal static class CzechNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Czech", "mail, emailova adresa, elektronicka posta, ?e mailova adresa"),
        new(PersonalKind.Phone, "Czech", """
            *telefon, telefonni cislo, cislo telefonu, mobil, mobilni telefon, mobilni cislo, tel cislo, telcislo, pevna linka, faxove cislo
            """),
        new(PersonalKind.Name, "Czech", """
            cele jmeno, jmeno prijmeni, jmeno a prijmeni, prijmeni a jmeno, prijmeni jmeno, jmeno zakaznika, jmeno pacienta, kontaktni osoba, ?prijemce, ?odesilatel, drzitel karty,
            majitel uctu, zakonny zastupce, jmeno matky, jmeno otce, ?lekar, ?osetrujici lekar, ?autor, ?vlastnik, ?zadatel, ?garant, ?ucitel, ?ridic, ?najemce, ?pojistenec, ?pojistnik,
            ?zpracoval, ?podepsal, ?objednatel
            """),
        new(PersonalKind.FirstName, "Czech", "?jmeno, krestni jmeno, krestni, druhe jmeno, jmena, ?osloveni jmeno"),
        new(PersonalKind.LastName, "Czech", "*prijmeni, rodne prijmeni, rodne jmeno, ?rozena, puvodni prijmeni"),
        new(PersonalKind.Username, "Czech", """
            uzivatelske jmeno, prihlasovaci jmeno, ?uzivatel, prezdivka, ?vytvoril, ?vytvorila, ?zmenil, ?upravil, ?schvalil, ?smazal, ?zalozil, ?zapsal, ?login jmeno, ?naposledy zmenil
            """),
        new(PersonalKind.Address, "Czech", """
            *adresa, *ulice, ulice cislo, cislo popisne, cislo orientacni, popisne cislo, orientacni cislo, ~cp, cislo domu, ~byt, cislo bytu, ~patro, trvale bydliste, bydliste,
            prechodne bydliste, fakturacni adresa, dodaci adresa, korespondencni adresa, ?po box
            """),
        new(PersonalKind.City, "Czech", "mesto, ?obec, misto narozeni, ?cast obce, mesto narozeni, ?posta, ?misto bydliste, ?okres narozeni"),
        new(PersonalKind.PostalCode, "Czech", "psc, *psc, postovni smerovaci cislo"),
        new(PersonalKind.Location, "Czech", "zemepisna sirka, zemepisna delka, souradnice"),
        new(PersonalKind.NationalId, "Czech", """
            rodne cislo, rc, rodnecislo, cislo op, cislo obcanskeho prukazu, obcansky prukaz, op cislo, cislo dokladu, cislo pasu, ?pas, cestovni pas, ridicsky prukaz, cislo rp, ico, dic,
            ic dph, spz, rz, registracni znacka, cislo pojistence, cislo pojistky zdravotni, zdravotni pojisteni cislo, vin kod
            """),
        new(PersonalKind.Account, "Czech", "cislo uctu, ?ucet, bankovni ucet, bankovni spojeni, ?kod banky, *bankovni ucet, predcisli uctu"),
        new(PersonalKind.Card, "Czech", "cislo karty, platebni karta, kreditni karta, platnost karty"),
        new(PersonalKind.Token, "Czech", """
            *heslo, hash hesla, hesla, ?klic, tajny klic, ?pin kod, overovaci kod, aktivacni kod, jednorazove heslo
            """),
        new(PersonalKind.BirthDate, "Czech", "datum narozeni, *narozeni, narozen, rok narozeni, ?vek, datum umrti, zemrel, ?narozena"),
        new(PersonalKind.Gender, "Czech", "pohlavi, osloveni, titul pred, titul za, ?titul pred jmenem, ?tituly"),
        new(PersonalKind.Company, "Czech", "firma, nazev firmy, zamestnavatel, obchodni jmeno, ?spolecnost, ?organizace, nakladatelstvi"),
        new(PersonalKind.Income, "Czech", "mzda, *mzda, ~plat, hruba mzda, cista mzda, hodinova sazba, prijem, ?duchod"),
        new(PersonalKind.Special, "Czech", """
            statni prislusnost, statni obcanstvi, ?obcanstvi, *narodnost, rodinny stav, nabozenstvi, vyznani, *diagnoza, alergie, *alergie, krevni skupina, zdravotni stav, ?zdravotni,
            postizeni, invalidita, stupen invalidity, nemoc, ?leky, ?lecba, ockovani, tehotenstvi, odbory, politicka prislusnost, kurak, pricina smrti, trestni rejstrik, ?dieta
            """),
        new(PersonalKind.FreeText, "Czech", """
            ?poznamka, ?poznamky, ?popis, ?komentar, ?zprava, ?text, ?obsah, ?zduvodneni, ?vzkaz, ?pripominka, ?zaznam, ?anamneza, ?odpoved, ?dotaz
            """),
        new(PersonalKind.Device, "Czech", "seriove cislo zarizeni, id zarizeni, mac adresa"),
        new(PersonalKind.Ip, "Czech", "ip adresa"),
        new(PersonalKind.RecordNumber, "Czech", """
            ?studijni cislo, ?osobni cislo, ?zakaznicke cislo, ?cislo zakaznika, ?cislo pacienta, ?cislo smlouvy, ?cislo pojistky, ?cislo faktury, ?cislo objednavky, ?spisova znacka,
            ?cislo jednaci, ?variabilni symbol, ?specificky symbol, ?clenske cislo, ?rodne cislo klienta, ?evidencni cislo, ?cislo prukazu, ~isic, ?cislo prukazky
            """),
    ];
}
