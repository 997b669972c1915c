using System.Collections.Frozen;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon;

/// <summary>Words for a number, and nouns that decide what kind of number it is, in every language of the lexicon; without accents.</summary>
internal static class NumberNouns
{
    /// <summary>Beside the noun: <c>num_documento</c>, <c>cislo_pasu</c>, <c>kapi_no</c>.</summary>
    public static readonly FrozenSet<string> Numbers = Set("""
        no nr nro num number numbers nummer numero numer numar numarul numeri numerul cislo cis szam szama sorszam sorszama tunnus nomer bango numarasi numarali nomor numeris
        """ + NumbersOfScripts.Numbers);

    /// <summary>Behind the noun, as one word with it: <c>passinumero</c>, <c>kontonr</c>.</summary>
    public static readonly IReadOnlyList<string> Endings = ["nummeret", "nummer", "numero", "number", "numarasi", "szama", "szam", "bango", "tunnus", "nr", "no"];

    private static readonly IReadOnlyList<(PersonalKind Kind, FrozenSet<string> Nouns)> Kinds =
    [
        (PersonalKind.Phone, Set(NumbersOfScripts.Phones + """
            phone telephone tel tlf tlfn mobile mobil mobiltelefon mobiltelefoni cell cellphone gsm fax faks telefax telefon telefonu telefonului telefoni telefono telefoon telefone telefoniczny movil cellulare celular portable portatil handy rufs rueckruf
            puhelin puhelimen matkapuhelin kannykka cep telefonszam telefona denwa keitai sms whatsapp komorkowy festnetz durchwahl
           
            """)),
        (PersonalKind.Address, Set(NumbersOfScripts.Houses + """
            house haus huis hus husets talo talon casa civico maison domu budynku lokalu mieszkania popisne orientacni orientacne haz apartment apartman apartament apartamento appartement appart flat street strasse strassen str straat gatan byt bytu daire kapi doma kvartiry portao asunnon building gebaude wohnungs            
            """)),
        (PersonalKind.NationalId, Set(NumbersOfScripts.Documents + """
            passport pass passi passin pasaporte passeport passaporto paspoort paszportu passaporte pasu pasaport utlevel pasporta pas ryoken identity identite identitate identidad identita identiteit identitets ausweis personalausweis reisepass fuehrerschein fuhrerschein dowodu dowod kimlik
            licence license permis permiso rijbewijs korkort foererkort forerkort koerekort ajokortin ajokortti ehliyet patente conducir conduccion conducere prawa jazdy jogositvany udostovereniya menkyo ruhsat opravneni prukazu
            document documento dokument dokumentu dokladu document okmany igazolvany igazolvanyszam buletin buletinului             vehicle plate plates kenteken immatriculation inmatriculare plaka rendszam targa placa kennzeichen registration registracni rejestracyjny skilt bil vin chassis telaio bastidor fahrgestell fahrgestells stel understells sasi sasiu alvaz podwozia vozila
            tax steuer fiscal fiscale fiscala vergi podatkowy skatte moms mva btw iva tva vat dph nip cuit rut steueridentifikations ust umsatzsteuer egk lizenz
            ssn social security seguridad securite sociale sozialversicherungs rentenversicherungs versicherten krankenversicherungs krankenkassen insurance health sanitaria sanita sgk ssk nss ssk sykesikrings sygesikrings hoken hihokensha pojistence ubezpieczenia medicare nhs
            organisation organisations organisasjons kvk siret handelsregister hrb
           
            """)),
        (PersonalKind.Account, Set(NumbersOfScripts.Accounts + """
            account acct accounts konto kontos kontot compte cuenta conto konta rekening bankkonto bankszamla uctu ucet hesap tilin tili pankkitilin cont contului koza kozas rachunku scheta girokonto iban
           
            """)),
        (PersonalKind.Card, Set(NumbersOfScripts.Cards + "creditcard kreditkarten kreditkort kredittkort kredi kreditni platebni luottokortin betalingskort dankort kurejitto kreditkaart creditkaart"))
    ];

    private static readonly FrozenDictionary<string, PersonalKind> ByNoun = Kinds.SelectMany(kind => kind.Nouns.Select(noun => (noun, kind.Kind))).DistinctBy(pair => pair.noun)
        .ToFrozenDictionary(pair => pair.noun, pair => pair.Kind, StringComparer.Ordinal);

    public static PersonalKind? KindOf(string noun) => ByNoun.TryGetValue(noun, out var kind) ? kind : null;

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameParts.Folded).ToFrozenSet(StringComparer.Ordinal);
}
