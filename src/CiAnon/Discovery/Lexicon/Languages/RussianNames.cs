using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Russian words in names of columns, as software written in Latin letters has them.</summary>
internal static class RussianNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Russian", "pochta, elektronnaya pochta, el pochta, elektronnyy adres, elpochta"),
        new(PersonalKind.Phone, "Russian", """
            *telefon, nomer telefona, mobilnyy, mobilnyj telefon, mobilnyy telefon, sotovyy, sotoviy, domashniy telefon, rabochiy telefon, kontaktnyy telefon
            """),
        new(PersonalKind.Name, "Russian", """
            fio, *fio, polnoe imya, poluchatel, otpravitel, kontaktnoe lico, kontaktnoe litso, ?vladelets, ?vladelec, ?avtor, ?zayavitel, ?vrach, ?rukovoditel, ?ispolnitel,
            ?otvetstvennyy, ?predstavitel, ?voditel, imya klienta, imya polzovatelya polnoe, derzhatel karty
            """),
        new(PersonalKind.FirstName, "Russian", "?imya, ?imja, otchestvo, otchestvo klienta, imya otchestvo, imia"),
        new(PersonalKind.LastName, "Russian", "familiya, familija, familia, *familiya, devichya familiya"),
        new(PersonalKind.Username, "Russian", "imya polzovatelya, ?polzovatel, ?sozdal, ?izmenil, nik, psevdonim, ?sozdano kem, uchetnaya zapis"),
        new(PersonalKind.Address, "Russian", """
            *adres, ulitsa, ulica, *ulitsa, ~dom, nomer doma, ~kvartira, nomer kvartiry, ~korpus, ~stroenie, ~podezd, mesto zhitelstva, adres propiski, adres registratsii,
            adres prozhivaniya
            """),
        new(PersonalKind.City, "Russian", "gorod, ?naselennyy punkt, ?poselok, ?derevnya, mesto rozhdeniya, ?selo"),
        new(PersonalKind.PostalCode, "Russian", "pochtovyy indeks, pochtoviy indeks, ~indeks"),
        new(PersonalKind.Location, "Russian", "shirota, dolgota, koordinaty"),
        new(PersonalKind.NationalId, "Russian", """
            ?inn, snils, *pasport, seriya pasporta, nomer pasporta, pasport seriya, pasport nomer, kem vydan, nomer voditelskogo, voditelskoe udostoverenie, polis oms, oms,
            nomer polisa oms, gosnomer, gos nomer, ogrn, ogrnip, kpp, okpo, zagranpasport
            """),
        new(PersonalKind.Account, "Russian", """
            raschetnyy schet, nomer scheta, ?schet, rs schet, bankovskiy schet, ?bik, korr schet, litsevoy schet
            """),
        new(PersonalKind.Card, "Russian", "nomer karty, bankovskaya karta"),
        new(PersonalKind.Token, "Russian", "parol, *parol, hesh parolya, sekretnyy klyuch, ?klyuch, kod podtverzhdeniya, sekretnyy vopros"),
        new(PersonalKind.BirthDate, "Russian", "data rozhdeniya, data rozdeniya, *rozhdeniya, god rozhdeniya, den rozhdeniya, vozrast, data smerti"),
        new(PersonalKind.Gender, "Russian", "~pol, obrashchenie"),
        new(PersonalKind.Company, "Russian", "?organizatsiya, kompaniya, mesto raboty, rabotodatel, firma nazvanie, ?izdatelstvo"),
        new(PersonalKind.Income, "Russian", "oklad, zarplata, *zarplata, dohod, dokhod, ?pensiya, stavka zarplaty"),
        new(PersonalKind.Special, "Russian", """
            grazhdanstvo, natsionalnost, nacionalnost, semeynoe polozhenie, veroispovedanie, religiya, diagnoz, *diagnoz, allergiya, allergii, gruppa krovi, invalidnost, bolezn,
            zabolevanie, lechenie, ?lekarstva, privivki, beremennost, sudimost, prichina smerti, partiynost, simptomy
            """),
        new(PersonalKind.FreeText, "Russian", """
            ?primechanie, ?primechaniya, ?opisanie, ?kommentariy, ?kommentarii, ?soobshchenie, ?tekst, ?zametki, ?otzyv, ?soderzhanie, ?zhaloba
            """),
        new(PersonalKind.Ip, "Russian", "ip adres"),
        new(PersonalKind.RecordNumber, "Russian", """
            ?tabelnyy nomer, ?tabelniy nomer, ?tab nomer, ?nomer bileta, ?nomer dogovora, ?nomer zakaza, ?nomer polisa, ?nomer dela, ?nomer karty patsienta, ?nomer istorii bolezni,
            ?lichnyy nomer, ?nomer klienta, ?nomer zachetki, ?zachetnaya knizhka, ?nomer zayavki, ?nomer scheta faktury, ?kod klienta
            """),
        new(PersonalKind.NationalId, "Bulgarian", "egn, lnch, bulstat, nomer lk, lk nomer"),
        new(PersonalKind.Name, "Ukrainian", "pib, *pib"),
        new(PersonalKind.NationalId, "Ukrainian", "rnokpp, edrpou, svidotstvo"),
        new(PersonalKind.Name, "Bulgarian", "ime prezime familiya, tri imena, ?mol"),
        new(PersonalKind.FirstName, "Bulgarian", "ime, prezime"),
    ];
}
