using System.Text;

namespace CiAnon.Recognition.Names;

/// <summary>What forms and programs call the parts of a name: <c>first_name</c>, <c>Nachname</c>, <c>given</c>. In one word, folded.</summary>
internal static class NameLabels
{
    private const string FirstNames =
        "first firstname firstnames fname firstnm given givenname givennames gname forename forenames middlename middle preferredname christianname vorname vornamen rufname "
        + "prenom prenoms prenomusuel nombre nombres nombredepila primernombre nome primeironome nomeproprio prenome voornaam voornamen roepnaam fornavn fornavne fornamn tilltalsnamn "
        + "imie imiona pierwszeimie jmeno krestnijmeno meno etunimi etunimet kutsumanimi keresztnev utonev prenume ime imya имя імя име отчество adi ad isim onoma ονομα "
        + "namadepan ten mei 名";

    private const string LastNames =
        "last sn lastname lname lastnm surname surnames sname family familyname maidenname birthname secondname nachname familienname zuname geburtsname "
        + "nomdefamille nomfamille nomdusage nomusage nomdenaissance patronyme apellido apellidos primerapellido segundoapellido apellidopaterno apellidomaterno cognome cognomi "
        + "sobrenome sobrenomes apelido apelidos ultimonome achternaam familienaam meisjesnaam geboortenaam efternavn etternavn efternamn slektsnavn nazwisko nazwiskopanienskie "
        + "prijmeni priezvisko sukunimi vezeteknev csaladnev csaladinev numedefamilie numefamilie prezime familiya familija фамилия прізвище фамилно презиме soyad soyadi soyisim "
        + "eponymo επωνυμο namabelakang ho sei 姓 姓氏 성";

    // Of the whole, of the first or of the last name, as the language and the form have it.
    private const string Names = "name names nom nume nev naam navn namn nimi nama 名前 名字 이름";

    private const string KeyWords = "field key attribute attr column property prop label param parameter";

    private const string ValueWords = "value values text from to old new before after was now oldvalue newvalue";

    private const string Any = $"{FirstNames} {LastNames} {Names} {KeyWords} {ValueWords}";

    /// <summary>What may stand before a first name.</summary>
    public static WordSet First { get; } = new($"{FirstNames} {Names}".Split(' '));

    /// <summary>What may stand before a last name.</summary>
    public static WordSet Last { get; } = new($"{LastNames} {Names}".Split(' '));

    /// <summary>What stands before a label that is itself a value: <c>{"field": "first_name", "value": "Anna"}</c>.</summary>
    public static WordSet Keys { get; } = new(KeyWords.Split(' '));

    /// <summary>What stands before a name whose label stands elsewhere.</summary>
    public static WordSet Values { get; } = new(ValueWords.Split(' '));

    /// <summary>All of them: most words are none.</summary>
    public static WordSet All { get; } = new(Any.Split(' '));

    private static readonly bool[] Endings = ReadEndings();

    /// <summary>Whether one of these words may end so, in whatever case: most other words are told by that.</summary>
    public static bool MayEnd(byte oneButLast, byte last) => last >= 0x80 || Endings[((oneButLast & 31) << 5) | (last & 31)];

    private static bool[] ReadEndings()
    {
        var endings = new bool[32 * 32];
        foreach (var label in Any.Split(' ').Where(label => Ascii.IsValid(label))) endings[((label[^2] & 31) << 5) | (label[^1] & 31)] = true;
        return endings;
    }
}
