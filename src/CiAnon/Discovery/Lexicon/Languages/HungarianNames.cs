using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Hungarian words in names of columns.</summary>
internal static class HungarianNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Hungarian", "email cim, e mail cim, emailcim, elektronikus levelcim"),
        new(PersonalKind.Phone, "Hungarian", """
            *telefon, telefonszam, telefonszama, mobil, mobilszam, mobiltelefon, mobil szam, vezetekes telefon, faxszam, *telefonszam
            """),
        new(PersonalKind.Name, "Hungarian", """
            ?nev, ?neve, teljes nev, *teljesnev, nevsor nev, ugyfel neve, ugyfel nev, beteg neve, paciens neve, szuletesi nev, szuletesi neve, leanykori nev, leanykori neve, anyja neve,
            anyja szuletesi neve, apja neve, kapcsolattarto, kapcsolattarto neve, cimzett, cimzett neve, felado, kartyabirtokos, szamlatulajdonos, kezelo orvos, ?orvos, orvos neve,
            haziorvos, torvenyes kepviselo, gondviselo, gondviselo neve, ?szerzo, ?tulajdonos, tulajdonos neve, ?ugyintezo, ?igenylo, ?karosult, karosult neve, ?kedvezmenyezett,
            kedvezmenyezett neve, ?szerzodo, szerzodo neve, ?biztositott, biztositott neve, hazastars neve, ?tanar, ?sofor, ertesitendo, ertesitendo szemely, munkavallalo neve,
            ?dolgozo neve
            """),
        new(PersonalKind.FirstName, "Hungarian", "*keresztnev, utonev, utoneve, utonevek, keresztneve, masodik keresztnev"),
        new(PersonalKind.LastName, "Hungarian", "*vezeteknev, csaladi nev, csaladnev, vezetekneve, *csaladinev"),
        new(PersonalKind.Username, "Hungarian", """
            felhasznalonev, felhasznalo nev, felhasznaloi nev, becenev, ?felhasznalo, ?letrehozta, ?modositotta, ?rogzitette, ?torolte, ?jovahagyta, ?keszitette, bejelentkezesi nev
            """),
        new(PersonalKind.Address, "Hungarian", """
            ?cim, *lakcim, lakhely cim, szallitasi cim, szamlazasi cim, levelezesi cim, *utca, utcanev, kozterulet, kozterulet neve, kozterulet jellege, hazszam, hazszama, *hazszam,
            ~emelet, ~ajto, emelet ajto, ~lepcsohaz, postafiok, lakohely, lakohelye, tartozkodasi hely, allando lakcim, ?helyszin
            """),
        new(PersonalKind.City, "Hungarian", """
            telepules, varos, helyseg, ?kozseg, szuletesi hely, szuletesi helye, telepulesnev, ?lakohely telepules
            """),
        new(PersonalKind.PostalCode, "Hungarian", "iranyitoszam, irsz, ir szam, *iranyitoszam"),
        new(PersonalKind.Location, "Hungarian", "szelesseg fok, hosszusagi fok, koordinata, koordinatak, foldrajzi szelesseg, foldrajzi hosszusag"),
        new(PersonalKind.NationalId, "Hungarian", """
            taj, taj szam, tajszam, *tajszam, adoazonosito, adoazonosito jel, adoszam, *adoszam, szemelyi szam, szemelyi azonosito, szemelyi igazolvany, szemelyi igazolvany szam,
            szig szam, szigszam, utlevel, utlevelszam, utlevel szam, jogositvany, jogositvany szam, vezetoi engedely, rendszam, *rendszam, forgalmi rendszam, alvazszam, *alvazszam,
            cegjegyzekszam, okmanyszam, okmany szam, lakcimkartya, om azonosito, diakigazolvany szam, nyugdij torzsszam
            """),
        new(PersonalKind.Account, "Hungarian", "bankszamlaszam, bankszamla, *bankszamla, szamlaszam bank, ?szamlaszam, bankszamla szam"),
        new(PersonalKind.Card, "Hungarian", "kartyaszam, bankkartya, bankkartya szam, hitelkartya, kartya szam"),
        new(PersonalKind.Token, "Hungarian", """
            *jelszo, jelszo hash, pin kod, pinkod, ?kulcs, titkos kulcs, aktivalo kod, megerosito kod, ellenorzo kod, belepesi kod
            """),
        new(PersonalKind.BirthDate, "Hungarian", """
            szuletesi datum, szuletesi ido, szuletesi ideje, szul datum, szul ido, szuletett, *szuletesi datum, szuletesi ev, eletkor, elhalalozas datuma, halal datuma, ?kor evek
            """),
        new(PersonalKind.Gender, "Hungarian", "?neme, ~nem, megszolitas, nevelotag, ?titulus"),
        new(PersonalKind.Company, "Hungarian", """
            ?ceg, cegnev, ceg neve, ?vallalat, munkaltato, munkaltato neve, munkahely, ?biztosito neve, ?szervezet neve
            """),
        new(PersonalKind.Income, "Hungarian", """
            fizetes, *fizetes, berezes, brutto ber, netto ber, alapber, oraber, jovedelem, *jovedelem, ?nyugdij osszeg
            """),
        new(PersonalKind.Special, "Hungarian", """
            allampolgarsag, nemzetiseg, csaladi allapot, vallas, felekezet, *diagnozis, allergia, allergiak, *allergia, vercsoport, fogyatekossag, *betegseg, gyogyszer, gyogyszerek,
            kezeles, oltas, oltasok, terhes, varandos, szakszervezet, part tagsag, egeszsegi allapot, *egeszseg, rokkantsag, bno, bno kod, dohanyzik, halal oka, etnikum,
            erkolcsi bizonyitvany, etrend
            """),
        new(PersonalKind.FreeText, "Hungarian", """
            ?megjegyzes, ?megjegyzesek, ?leiras, ?uzenet, ?szoveg, ?indoklas, ?komment, ?hozzaszolas, ?velemeny, ?panasz, ?anamnezis, ?tartalom, ?jegyzet, ?reszletek
            """),
        new(PersonalKind.Device, "Hungarian", "eszkoz azonosito, eszkozazonosito, mac cim, gyari szam eszkoz"),
        new(PersonalKind.Ip, "Hungarian", "ip cim, ipcim"),
        new(PersonalKind.RecordNumber, "Hungarian", """
            ?ugyfelszam, ?ugyfel szam, ?ugyfelkod, ?ugyfelazonosito, ?partnerkod, ?torzsszam, ?tagsagi szam, ?kotvenyszam, ?karszam, ?szerzodesszam, ?szerzodes szama, ?ugyszam,
            ?ugyiratszam, ?iktatoszam, ?naploszam, ?betegazonosito, ?torzskonyvi szam, ?rendelesszam, ?szamla szama, ?szamla sorszama, ?dolgozoi azonosito, ?hallgatoi azonosito,
            ?neptun kod, ?munkavallaloi azonosito, ?olvasojegy, ?olvasojegyszam
            """),
    ];
}
