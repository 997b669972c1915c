using System.Collections.Frozen;

namespace CiAnon.Discovery.Lexicon;

/// <summary>What words of names are shortened to, by language: <c>fec_nac</c>, <c>geb_dt</c>, <c>szul_hely</c>.</summary>
internal static class Abbreviations
{
    // One language a line; short=long.
    private static readonly string[] Languages =
    [
        "grp=group nm=name rcvr=recipient recv=recipient std=student addr=address adr=address dt=date ph=phone mob=mobile cust=customer acct=account emp=employee emerg=emergency lic=license ins=insurance soc=social sec=security nat=national pt=patient mbr=member",
        "geb=geburts str=strasse tel=telefon anschr=anschrift adr=adresse dat=datum vn=vorname nn=nachname fam=familien kto=konto bankverb=bankverbindung ausw=ausweis bem=bemerkung staatsang=staatsangehoerigkeit vers=versicherungs benutz=benutzer nutz=nutzer geschl=geschlecht konf=konfession nat=nationalitaet empf=empfaenger ansprech=ansprechpartner rg=rechnungs",
        "adr=adresse tel=telephone dt=date naiss=naissance nais=naissance num=numero ident=identite sec=securite soc=sociale pren=prenom benef=beneficiaire tit=titulaire cpt=compte obs=observations immat=immatriculation nat=nationalite",
        "fec=fecha fch=fecha nac=nacimiento dir=direccion direc=direccion ape=apellido apell=apellido nom=nombre tfno=telefono telf=telefono tlf=telefono tlfno=telefono mov=movil pob=poblacion cod=codigo num=numero nro=numero obs=observaciones observ=observaciones doc=documento ident=identidad cta=cuenta dom=domicilio",
        "cod=codice fisc=fiscale nasc=nascita dt=data ind=indirizzo indir=indirizzo tel=telefono cell=cellulare num=numero loc=localita res=residenza doc=documento cogn=cognome citt=cittadinanza oss=osservazioni",
        "nm=naam geb=geboorte dt=datum dat=datum tel=telefoon mob=mobiel adr=adres rek=rekening wachtw=wachtwoord plts=plaats opm=opmerking toev=toevoeging gebr=gebruikers verz=verzekerings",
        "ur=urodzenia dat=data dt=data adr=adres poczt=pocztowy nazw=nazwisko miejsc=miejscowosc ul=ulica uw=uwagi zam=zamieszkania dow=dowodu",
        "nasc=nascimento dt=data dta=data end=endereco tel=telefone cel=celular num=numero doc=documento resp=responsavel obs=observacoes mun=municipio cod=codigo",
        "adr=adress tel=telefon fod=fodelse mob=mobil anm=anmarkning pers=person",
        "tlf=telefon adr=adresse fod=fodsels foed=foedsels mob=mobil kto=konto bem=bemaerkning",
        "puh=puhelin synt=syntyma",
        "dat=datum nar=narozeni adr=adresa prij=prijmeni jm=jmeno uziv=uzivatelske pozn=poznamka ul=ulice tel=telefon",
        "szul=szuletesi tel=telefon dat=datum megj=megjegyzes szem=szemelyi ig=igazolvany azon=azonosito felh=felhasznalo",
        "nr=numar tel=telefon dt=data nast=nasterii adr=adresa loc=localitate obs=observatii str=strada",
        "nm=nama tmp=tempat tlp=telepon telp=telepon alm=alamat stts=status ket=keterangan",
        "dog=dogum tar=tarihi adr=adres mus=musteri kul=kullanici",
    ];

    private static readonly IReadOnlyList<FrozenDictionary<string, string>> Words =
        [.. Languages.Select(line => line.Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal))];

    private static readonly FrozenSet<string> Known = Words.SelectMany(language => language.Keys).ToFrozenSet(StringComparer.Ordinal);

    // Written with the word in front: achternm, emailadr.
    private static readonly (string Short, string[] Long)[] Endings = [("nm", ["naam", "name"]), ("adr", ["adres", "adresse", "address"]), ("dt", ["datum", "date"]), ("tel", ["telefon", "telefoon"])];

    // arbeitstitel and putzmittel are no telephones.
    private static readonly FrozenSet<string> BeforeTel = FrozenSet.Create(StringComparer.Ordinal, "privat", "dienst", "mobil", "buero", "buro", "arbeits", "geschaefts", "geschafts", "firmen", "notfall", "kontakt", "werk", "prive", "mobiel", "thuis", "kunden", "haus", "zentral");

    /// <summary>The words as they may have been before somebody shortened them, once per language that has one of them.</summary>
    public static IEnumerable<IReadOnlyList<string>> Expand(IReadOnlyList<string> words)
    {
        if (words.Any(Known.Contains))
        {
            foreach (var language in Words)
                if (words.Any(language.ContainsKey)) yield return [.. words.Select(word => language.GetValueOrDefault(word, word))];
        }
        for (var at = 0; at < words.Count; at++)
            foreach (var (ending, longs) in Endings)
                if (words[at].Length > ending.Length + 2 && words[at].EndsWith(ending, StringComparison.Ordinal) && (ending != "tel" || BeforeTel.Contains(words[at][..^ending.Length])))
                    foreach (var whole in longs) yield return [.. words.Select((word, place) => place == at ? word[..^ending.Length] + whole : word)];
    }
}
