using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Polish words in names of columns.</summary>
internal static class PolishNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Phone, "Polish", """
            komorka, numer telefonu, *telefon, tel kom,
            telefon kontaktowy, nr telefonu, nr tel, telefon komorkowy, numer komorkowy, telefon stacjonarny, numer tel,
            tel komorkowy, tel stac, nr komorki
            """),
        new(PersonalKind.Name, "Polish", """
            imie i nazwisko, imie nazwisko,
            nazwisko i imie, nazwa klienta, imie nazwisko klienta, osoba kontaktowa, ?odbiorca, ?nadawca, ?wlasciciel, ?opiekun, ?lekarz, lekarz prowadzacy, ?autor, ?kierowca, ?darczynca, ?wnioskodawca,
            ?beneficjent, ?nauczyciel, ?rodzic, ?pacjent, ?klient, kontakt awaryjny, pelne imie, pelna nazwa, nazwa wyswietlana, posiadacz rachunku, posiadacz karty,
            ?wlasciciel rachunku, ?zglaszajacy, przedstawiciel
            """),
        new(PersonalKind.FirstName, "Polish", """
            imie, drugie imie, imiona,
            pierwsze imie, imie pierwsze, imie drugie, imie klienta, imie ojca, imie matki
            """),
        new(PersonalKind.LastName, "Polish", """
            nazwisko, *nazwisko, nazwisko panienskie, nazwisko rodowe,
            nazwisko klienta, nazwisko matki
            """),
        new(PersonalKind.Username, "Polish", """
            nazwa uzytkownika, ?uzytkownik,
            nazwauzytkownika, login uzytkownika, ?utworzyl, ?utworzone przez, ?zmodyfikowal, pseudonim,
            login, nick, ksywka, przezwisko, nazwa konta, nazwa profilu, identyfikator uzytkownika, konto domenowe, ?utworzony przez, ?dodal, ?dodane przez, ?wprowadzil, ?wprowadzone przez, ?edytowal, ?zmienil, ?zmienione przez, ?zatwierdzil, ?zatwierdzone przez, ?usunal, ?autor wpisu, ?operator wpisu, ?zmodyfikowane przez
            """),
        new(PersonalKind.Address, "Polish", """
            adres, *adres, ulica, nr domu, numer domu, nr mieszkania,
            ulica i numer, ?nr lokalu, numer lokalu, numer mieszkania, adres zamieszkania, adres zameldowania, adres dostawy, adres korespondencyjny, adres do faktury, adres linia,
            ~dom, ~lokal, ~mieszkanie, ~klatka
            """),
        new(PersonalKind.City, "Polish", """
            miasto, miejscowosc, miejsce urodzenia,
            ?gmina, ?poczta miasto, miejsce zamieszkania,
            ?poczta, ?dzielnica, miejsce ur
            """),
        new(PersonalKind.PostalCode, "Polish", """
            kod pocztowy, *kod pocztowy,
            kod poczt, kodpocztowy
            """),
        new(PersonalKind.NationalId, "Polish", """
            pesel, nip, regon, dowod osobisty, nr dowodu, numer dowodu, paszport, nr paszportu,
            nr pesel, numer pesel, nr nip, numer nip, numer paszportu, seria dowodu, prawo jazdy, numer prawa jazdy, nr rejestracyjny, numer rejestracyjny, tablica rejestracyjna, numer krs,
            nr ubezpieczenia, numer ubezpieczenia, legitymacja, numer legitymacji, karta pobytu, pwz, numer pwz,
            krs, nr prawa jazdy, ?vin pojazdu
            """),
        new(PersonalKind.Account, "Polish", """
            nr konta, numer konta, numer rachunku, rachunek bankowy,
            konto bankowe, nr rachunku, nr rachunku bankowego, numer rachunku bankowego, ?konto, nr konta bankowego
            """),
        new(PersonalKind.Card, "Polish", """
            numer karty, nr karty,
            karta kredytowa, numer karty kredytowej, karta platnicza, data waznosci karty, waznosc karty
            """),
        new(PersonalKind.Token, "Polish", """
            haslo, *haslo,
            haslo hash, skrot hasla, hasz hasla, klucz api, klucz prywatny, klucz dostepu, tajny klucz, kod dostepu, kod aktywacyjny, kod weryfikacyjny, kod potwierdzenia, pytanie bezpieczenstwa,
            pytanie pomocnicze, odpowiedz bezpieczenstwa, kod zaproszenia, *token dostepu
            """),
        new(PersonalKind.BirthDate, "Polish", """
            data urodzenia, *urodzenia, rok urodzenia, wiek,
            data ur, dataurodzenia, dzien urodzenia, miesiac urodzenia, data smierci, data zgonu
            """),
        new(PersonalKind.Gender, "Polish", """
            plec,
            zwrot grzecznosciowy, ?tytul grzecznosciowy
            """),
        new(PersonalKind.Company, "Polish", """
            nazwa firmy, pracodawca,
            firma, nazwa pracodawcy, nazwa organizacji, ?organizacja, nazwa szkoly, nazwa przedsiebiorstwa, ?instytucja
            """),
        new(PersonalKind.Income, "Polish", """
            wynagrodzenie, pensja, dochod, zarobki,
            placa zasadnicza, wynagrodzenie brutto, wynagrodzenie netto, stawka godzinowa, miesieczny dochod, ?emerytura, ?renta
            """),
        new(PersonalKind.Special, "Polish", """
            choroba, niepelnosprawnosc, obywatelstwo, narodowosc, stan cywilny, wyznanie, grupa krwi, ciaza,
            rozpoznanie, *diagnoza, *alergia, alergie, ?leki, *szczepienie, religia, *niepelnosprawn, orientacja seksualna, pochodzenie etniczne, rasa, zwiazek zawodowy, karalnosc, ~waga, ~wzrost,
            cisnienie krwi, tetno, ?objawy, ?dieta, przyczyna zgonu, ?zwolnienie lekarskie, ?recepta,
            ?uczulenia, ?uczulenie
            """),
        new(PersonalKind.FreeText, "Polish", """
            ?uwagi, ?komentarz, ?wiadomosc, ?opis,
            ?uwaga, ?notatka, ?notatki, ?komentarze, ?tresc, ?temat, ?opis zgloszenia, ?odpowiedz, ?pytanie, ?powod, ?uzasadnienie, ?szczegoly, ?o mnie, ?biografia, ?skarga, ?recenzja, ?opinia,
            ?instrukcje, ?podsumowanie, ?zalecenia, ?wywiad
            """),
        new(PersonalKind.Email, "Polish", """
            adres email, adres e mail, adres mail, poczta elektroniczna
            """),
        new(PersonalKind.Location, "Polish", """
            szerokosc geograficzna, dlugosc geograficzna, wspolrzedne
            """),
        new(PersonalKind.RecordNumber, "Polish", """
            ?numer pacjenta, ?nr pacjenta, ?nr albumu, ?numer albumu, ?numer pracownika, ?nr pracownika, ?numer czlonkowski
            """),
        new(PersonalKind.Ip, "Polish", """
            adres ip, *adresip
            """),
        new(PersonalKind.Device, "Polish", """
            adres mac, numer seryjny, przegladarka,
            nr seryjny, numer fabryczny, nr fabryczny, identyfikator urzadzenia, id urzadzenia, numer urzadzenia, nr imei, numer imei, karta sim, numer sim, nr sim, identyfikator reklamowy, odcisk urzadzenia, odcisk przegladarki, *adresmac, ?numer licznika, ?nr licznika
            """),
    ];
}
