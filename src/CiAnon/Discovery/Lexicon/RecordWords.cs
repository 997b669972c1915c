using System.Collections.Frozen;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery.Lexicon;

/// <summary>What names of record numbers are made of, without accents: whose or which record, and a word for a number; in every language of the lexicon.</summary>
internal static class RecordWords
{
    /// <summary>Words for a number that is given.</summary>
    public static readonly FrozenSet<string> Numbers = Set("no nr num number numbers nummer numero numer nro ref reference referenz cislo numar numarul szam szama sorszam nomer bango numarasi riferimento referencia referentie referanse " + NumbersOfScripts.Numbers);

    /// <summary>Numbers that may have letters, and what tells rows apart: they count where the values are numbered.</summary>
    public static readonly FrozenSet<string> Codes = Set("""
        code cod codigo codice kod kode koodi kodu kodo identifier identificatie identificativo identificador identificacion identificacao identyfikator identifikator identificator azonosito tunniste kennung kennzeichen kenmerk referens viite viitenumero protocollo matricola matricule matricula
        """ + NumbersOfScripts.Codes);

    /// <summary>Numbers by themselves.</summary>
    public static readonly FrozenSet<string> Alone = Set("""
        mrn nhc rma aktenzeichen geschaeftszeichen geschaftszeichen matricule matricola matrikel expediente legajo prontuario sygnatura kartoteka diarienummer zaaknummer journalnr iktatoszam ugyszam torzsszam
        """);

    /// <summary>Between a number and whose it is: <c>numero_de_cliente</c>.</summary>
    public static readonly FrozenSet<string> Particles = Set("de du des d del da do dos das di della van of");

    /// <summary>Whom an organization counts.</summary>
    public static readonly FrozenSet<string> People = Set("""
        patient patients customer customers client clients member members membership subscriber employee employees staff personnel worker badge student students pupil learner matriculation enrolment enrollment admission
        applicant candidate insured policyholder donor guest passenger traveller traveler flyer participant loyalty visitor volunteer tenant resident beneficiary borrower reader patron player agent driver crew
        constituent alumni alumnus chart payroll inmate subject
        kunde kunden patienten klient klienten mandant mandanten mitglied mitglieds personal matrikel schueler schuler teilnehmer bewerber bewohner mieter gast spender abonnenten leser leserausweis mitarbeiter debitor debitoren
        probanden kartei stamm aufnahme dienst
        kd kdn kun ma mand mandantennr pers pat abo abonnement cust emp stud mbr memb deb krd kred kreditor kreditoren voyageur passager
        adherent adherents membre eleve etudiant salarie agent abonne allocataire licencie usager lecteur donateur locataire societaire candidat stagiaire participant beneficiaire
        cliente clientes paciente pacientes socio socios empleado trabajador alumno estudiante afiliado abonado miembro participante donante mutualista historia
        paziente dipendente studente tesserato abbonato iscritto tessera matricola
        klant patient lid lidmaatschap personeel medewerker werknemer leerling clienten debiteur debiteuren huurder huurders donateur abonnee abonnement deelnemer deelnemers
        associado aluno funcionario colaborador membro assinante beneficiario doador
        pacjenta pacjent klienta klient pracownika pracownik ucznia studenta czlonka czlonkowski abonenta czytelnika darczyncy kartoteki albumu legitymacji
        asiakas asiakkaan potilas potilaan jasen jasenen opiskelija opiskelijan oppilas oppilaan henkilo henkilosto tyontekija tyontekijan lainaaja vakuutettu osallistuja
        medarbejder laaner laner lejer rejsende studie elev ansatt ansat pasient leietaker deltaker loen loenn lonn
        zakaznik zakaznika zakaznicke klienta pacienta clen clena clenske studijni studenta osobni zamestnanec zamestnance ctenare pojistence prukazky evidencni najemce
        clientului pacientului angajat angajatului membru elev matricol matricola legitimatie legitimatiei asigurat abonat fisa fisei carnet carnetului
        ugyfel beteg paciens tagsagi hallgato hallgatoi tanulo dolgozo dolgozoi munkavallalo olvaso olvasojegy biztositott berlo torzs partner
        uye uyelik musteri hasta ogrenci personel sicil abone calisan cari sigortali kullanici
        patsienta bileta tabelnyy chlena sotrudnika abonenta chitatelya zachetki lichnyy
        kaiin kokyaku kanja shain gakuseki riyosha juken shinsatsuken karute
        medlem kund patient anstallning elev deltagar deltagare personal journal
        """ + NumbersOfScripts.People);

    /// <summary>Of what an organization counts what it does for them.</summary>
    public static readonly FrozenSet<string> Cases = Set("""
        invoice order booking reservation contract policy case file record claim ticket receipt docket incident complaint dossier agreement loan appointment visit encounter episode prescription accession requisition referral
        shipment parcel tracking consignment waybill delivery dispatch rma refund quote quotation estimate permit confirmation application request inquiry enquiry folio reference
        fall akte akten vorgang vorgangs antrag antrags rechnung rechnungs auftrag auftrags bestell bestellung bestellungs buchung buchungs reservierung reservierungs vertrag vertrags schaden schadens police policen beleg
        liefer lieferschein sendung sendungs sendungsverfolgungs paket beschwerde quittung quittungs angebot angebots po mandat mandats mandaat rezept gutschrift gutschrifts rg rech re auf lief best inv ord ang verf verfahrens buchungssatz bill trans transaction cart track trackandtrace rcpt payout payment debtor
        facture commande contrat police sinistre devis reclamation colis suivi livraison quittance bordereau inscription demande sejour recu ordonnance
        factura pedido contrato poliza siniestro reserva recibo cita caso tramite solicitud albaran presupuesto envio seguimiento incidencia
        fattura ordine pratica contratto polizza sinistro prenotazione preventivo ricevuta protocollo fascicolo cartella spedizione bolla scontrino segnalazione richiesta verbale
        factuur bestelling contract zaak polis schade reservering boeking offerte melding aanvraag zending
        fatura encomenda processo apolice protocolo chamado ocorrencia orcamento requisicao rastreio rastreamento prontuario
        faktury zamowienia umowy polisy szkody sprawy akt zlecenia rezerwacji paragonu ksiegi zgloszenia reklamacji wniosku przesylki wizyty
        lasku laskun tilaus tilauksen sopimus sopimuksen asia asian diaari lahete kaynti varaus varauksen vakuutus vakuutuksen vahinko vahingon reklamaatio kuitti hakemus lahetys
        ordre ordren aftale sag sags sak saks police polise kvittering tilbud ansoegning soknad forsendelse afgifts klage kid bestilling avtale protokoll henvisning grav bilag
        objednavky objednavka smlouvy smlouva pojistky pojistna skody rezervace reklamace zasilky zasilka zadosti zadost jednaci spisu spisova pripadu variabilni specificky uctenky protokolu faktury
        contractului dosar dosarului facturii comanda comenzii polita politei cerere cererii certificat certificatului adeverinta bon chitanta rezervare rezervarii aviz inregistrare inregistrarii
        szamla szamlak kotveny kar szerzodes rendeles ugy ugyirat iktato naplo foglalas ajanlat panasz csomag fuvarlevel beutalo kerelem
        fatura siparis sozlesme dosya basvuru makbuz evrak esas karar rezervasyon takip kargo protokol lisans irsaliye teklif hasar talep sikayet dava
        dogovora zakaza polisa dela zayavki nakladnoy talona napravleniya
        chumon keiyaku shoken denpyo uketsuke okurijo seikyu yoyaku toiawase kanri haiso
        faktura avtal avtals arende diarie bokning boknings kvitto offert remiss forsakring forsakrings skade sandning sandnings kolli bestallning bestallnings
        """ + NumbersOfScripts.Cases);

    // As people write them in Latin letters.
    private static readonly FrozenSet<string> Transliterated = People.Concat(Cases).SelectMany(Transliteration.Of).Where(form => form.Length > Transliteration.Shortest).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whom or what an organization counts.</summary>
    public static bool IsRecord(string word) => People.Contains(word) || Cases.Contains(word) || word.Length > Transliteration.Shortest && Transliteration.Readings(word).Any(Transliterated.Contains);

    /// <summary>Tables of such records: their <c>number</c> is one.</summary>
    public static readonly FrozenSet<string> CaseTables = Set("""
        invoice order ticket case booking reservation contract claim receipt shipment quote quotation fulfillment incident complaint appointment prescription refund return loan agreement
        rechnung auftrag bestellung vorgang vertrag buchung antrag lieferung beleg facture commande dossier contrat devis sinistre factura pedido expediente contrato poliza reserva albaran
        fattura ordine pratica contratto polizza prenotazione factuur bestelling zaak polis melding fatura encomenda processo apolice faktura faktury zamowienie zamowienia umowa sprawa arende bestallning bokning avtal payment transaction letter document deposit besluit kenmerk documenti documento documenten intervento interventi deposit withdrawal transfer debt mahnung zahlung zahlungen paiement paiements reglement pago pagos pagamento pagamenti betaling betalingen platnosc platnosci
        lasku laskut tilaus tilaukset sopimus sopimukset asia asiat kaynti kaynnit lahete lahetteet varaus varaukset vahinko ordre ordrer aftale aftaler sag sager sak saker avtale avtaler boede boeder betaling begravelse begravelser
        faktury objednavka objednavky smlouva smlouvy pojistka pojistky rezervace reklamace zasilka zasilky platba platby pripad contracte dosar dosare facturi comanda comenzi polita polite cerere cereri plata plati rezervari
        szamla szamlak kotveny kotvenyek kar karok szerzodes szerzodesek rendeles rendelesek ugy ugyek foglalas foglalasok befizetes fatura faturalar siparis siparisler sozlesme sozlesmeler dosya dosyalar basvuru basvurular odeme odemeler dava davalar rezervasyon rezervasyonlar police policeler
        dogovor dogovory zakaz zakazy zayavka zayavki chumon keiyaku yoyaku seikyu denpyo
        """ + NumbersOfScripts.CaseTables);

    /// <summary>Tables of people who are told apart by a number.</summary>
    public static readonly FrozenSet<string> CardTables = Set("""
        patient member customer client student pupil patron cardholder provider practitioner contact card employee staff subscriber donor guest mitglied patienten adherent paciente socio paziente lid leden medlem pacjent household huishouden gezin haushalt hogar famille anagrafica anagrafiche soggetto soggetti tesserato tesserati natuurlijkpersoon medewerker user pazienti clienti studenti dipendenti iscritti pacjenci klienci
        medarbejder ansatt pasient asiakas asiakkaat potilas potilaat jasen jasenet opiskelija zakaznik pacient zamestnanec clen angajat angajati pacienti ugyfel ugyfelek beteg betegek dolgozo hallgato uye uyeler musteri musteriler hasta hastalar ogrenci personel kaiin kokyaku kanja shain klanten clientes pacientes soci
        """);

    /// <summary>What is numbered and nobody's: goods, places, parts of a text; and what other kinds have numbers of.</summary>
    public static readonly FrozenSet<string> NumberedThings = Set("""
        product mat material kk article item part model serial series version revision build line row column page chapter volume issue episode season track disc seat table room floor level house street flat unit building apartment gate platform flight train bus
        phone telephone tel fax mobile cell contact mobil handy account acct konto compte cuenta conto rekening conta bank routing check cheque card card tax vat iban sort area zone district group class grade week day month year quarter hour position
        place index sequence seq order rank priority copy batch lot stock sku warehouse bin shelf locker box parking port vlan asn channel slot node rack tcp udp error return atomic phase shift lane
        artikel teile teil modell serien fabrik zeilen zeile seiten seite band haus hausnummer strassen zimmer raum etage stock gleis platz sitz telefon rufnummer rueck tele durchwahl postleit bankleit steuer satz versions lauf laufende ordnungs reihen spalten kostenstellen lager regal chargen los woche wochen monats kanal
        veranstaltung veranstaltungs seminar lehrveranstaltungs kurs merk kenn waren satz schrift vor anfuehrungs frage ausrufe lese
        article produit modele serie version ligne page chambre salle etage rue voie maison lot semaine mois rang ordre cuenta articulo producto modelo linea pagina habitacion sala piso calle casa lote semana mes orden articolo prodotto modello riga pagina camera civico piano via settimana
        artikel product model serie regel pagina kamer huis straat verdieping week produkt artykul strona wiersz pokoj dom domu mieszkania lokalu ulica telefonu konta rachunku tydzien artigo modelo linha quarto casa andar rua porta
        huone kerros rivi sivu malli sarja tuote linja vuoro paikka hylly linje side vaerelse stop stopp tog togets lokale raekke vare serie spor perron hylde rom hylle rute
        mistnosti radku radek strany modelu vyrobku zbozi linky sarze verze patra ucebny kapitoly skladu camera camerei salii etaj pagina linie produs articol lot pozitie rand sala szoba terem oldal termek cikk tetel emelet modell verzio vonat
        oda sayfa satir sira urun model seri kat salon koltuk forma sefer hat peron raf depo stok parti stranitsy stroki komnaty etazha inventarnyy tovara modeli vagona heya gyo peji shohin kurasu
        rad sida rum hus gata vaning vecka konto telefon personnummer person organisations
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameParts.Folded).ToFrozenSet(StringComparer.Ordinal);
}
