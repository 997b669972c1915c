using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Romanian words in names of columns.</summary>
internal static class RomanianNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Romanian", "adresa email, adresa e mail, posta electronica, adresa de email"),
        new(PersonalKind.Phone, "Romanian", """
            *telefon, numar telefon, numar de telefon, nr telefon, telefon mobil, telefon fix, mobil, nr mobil, numar mobil
            """),
        new(PersonalKind.Name, "Romanian", """
            nume complet, nume si prenume, nume prenume, numele complet, nume client, nume pacient, nume titular, titular cont, titular card, persoana de contact, persoana contact,
            destinatar, expeditor, ?medic, medic curant, medic familie, nume mama, nume tata, numele mamei, numele tatalui, prenume mama, prenume tata, ?tutore, ?apartinator,
            reprezentant legal, ?angajat, ?autor, ?proprietar, ?solicitant, ?beneficiar, ?asigurat, ~contractant, ?semnatar, ?profesor, ?sofer
            """),
        new(PersonalKind.FirstName, "Romanian", "*prenume, prenumele, initiala tatalui, initiala"),
        new(PersonalKind.LastName, "Romanian", """
            ~nume, ~numele, nume familie, nume de familie, nume anterior, nume de fata, nume nastere, nume de nastere
            """),
        new(PersonalKind.Username, "Romanian", """
            nume utilizator, ?utilizator, nume de utilizator, porecla, ?creat de, ?modificat de, ?adaugat de, ?aprobat de, ?sters de, ?introdus de
            """),
        new(PersonalKind.Address, "Romanian", """
            *adresa, *strada, nume strada, numar strada, nr strada, ~bloc, ~scara, ~etaj, ~apartament, apartament nr, nr apartament, ?ap nr, domiciliu, adresa domiciliu, adresa livrare,
            adresa facturare, resedinta, ?casuta postala, ?bd
            """),
        new(PersonalKind.City, "Romanian", """
            localitate, localitatea, ?oras, orasul, ?comuna, ?sat, locul nasterii, loc nastere, localitate nastere, ?sector
            """),
        new(PersonalKind.PostalCode, "Romanian", "cod postal, codul postal, *cod postal"),
        new(PersonalKind.Location, "Romanian", "latitudine, longitudine, coordonate"),
        new(PersonalKind.NationalId, "Romanian", """
            cnp, cod numeric personal, cod fiscal, cif, cui, serie ci, numar ci, nr ci, seria ci, serie buletin, numar buletin, serie act identitate, numar act identitate, act identitate,
            carte identitate, carte de identitate, pasaport, nr pasaport, numar pasaport, permis conducere, permis auto, nr permis, nr inmatriculare, numar inmatriculare, serie sasiu,
            numar sasiu, cod asigurat, card sanatate, nr reg com, numar registru comert, registrul comertului
            """),
        new(PersonalKind.Account, "Romanian", "cont bancar, cont iban, *cont bancar, numar cont, nr cont, ?cont"),
        new(PersonalKind.Card, "Romanian", "numar card, nr card, card bancar, card credit"),
        new(PersonalKind.Token, "Romanian", """
            *parola, parola hash, cod pin, ?cheie, cheie secreta, cod activare, cod verificare, intrebare secreta, raspuns secret
            """),
        new(PersonalKind.BirthDate, "Romanian", """
            data nasterii, data nastere, data de nastere, an nastere, anul nasterii, varsta, data deces, data decesului
            """),
        new(PersonalKind.Gender, "Romanian", "?sexul, ?gen, apelativ, formula adresare"),
        new(PersonalKind.Company, "Romanian", """
            firma, denumire firma, societate, denumire societate, angajator, ?companie, nume firma, loc de munca, loc munca, ?denumire angajator
            """),
        new(PersonalKind.Income, "Romanian", """
            salariu, *salariu, salariu brut, salariu net, salariu baza, venit, *venit, tarif orar, ?pensie, ?indemnizatie
            """),
        new(PersonalKind.Special, "Romanian", """
            cetatenie, nationalitate, etnie, stare civila, religie, confesiune, *diagnostic, cod diagnostic, alergii, alergie, grupa sange, grupa sanguina, handicap, grad handicap,
            *handicap, ?boala, boli, boli cronice, tratament, medicatie, vaccin, gravida, ?sindicat, membru sindicat, cazier, cauza deces, orientare sexuala, partid, regim alimentar,
            istoric medical, ?simptome
            """),
        new(PersonalKind.FreeText, "Romanian", """
            ?observatii, ?observatie, ?descriere, ?comentariu, ?comentarii, ?mesaj, ?mentiuni, ?text, ?motivatie, ?nota informativa, ?detalii, ?explicatii, ?recomandari, ?anamneza,
            ?concluzii, ?continut
            """),
        new(PersonalKind.Device, "Romanian", "serie dispozitiv, id dispozitiv, adresa mac"),
        new(PersonalKind.Ip, "Romanian", "adresa ip"),
        new(PersonalKind.RecordNumber, "Romanian", """
            ~marca, ?marca angajat, ?numar matricol, ?nr matricol, ?cod client, ?cod pacient, ?cod angajat, ?nr contract, ?numar contract, ?nr dosar, ?numar dosar, ?nr factura,
            ?numar factura, ?nr polita, ?numar polita, ?nr fisa, ?nr foaie observatie, ?nr inregistrare, ?numar inregistrare, ?numar certificat, ?nr certificat, ?serie certificat,
            ?nr legitimatie, ?nr comanda, ?numar comanda
            """),
    ];
}
