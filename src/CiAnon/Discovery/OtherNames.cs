using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Italian, Dutch, Portuguese, Polish and Swedish words in names of columns.</summary>
internal static class OtherNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Italian", """
            posta elettronica, indirizzo email, pec,
            indirizzo mail, indirizzo posta, email personale, email aziendale, pec azienda, indirizzo pec
            """),
        new(PersonalKind.Phone, "Italian", """
            cellulare, *cellulare, numero telefono, recapito telefonico,
            *telefono, tel casa, tel ufficio, numero di telefono, numero cellulare, telefono fisso, recapito
            """),
        new(PersonalKind.Name, "Italian", """
            nome completo, nome e cognome, nominativo, intestatario, ?destinatario, ?mittente,
            nome cliente, nome paziente, nome dipendente, nome autore, ?autore, nome destinatario, nome mittente, nome medico, ?medico, medico curante, ?referente, nome referente, ?responsabile,
            ?proprietario, ?conducente, ?donatore, nome donatore, ?richiedente, ?beneficiario, ?genitore, nome genitore, contatto emergenza, persona contatto, rappresentante legale, ?docente,
            ?insegnante, ?paziente, ?cliente, nome visualizzato
            """),
        new(PersonalKind.FirstName, "Italian", """
            ?nome, secondo nome,
            nome battesimo
            """),
        new(PersonalKind.LastName, "Italian", """
            *cognome,
            cognome nubile, cognome coniuge
            """),
        new(PersonalKind.Username, "Italian", """
            nome utente, ?utente, soprannome,
            nomeutente, ?creato da, ?modificato da, nome account
            """),
        new(PersonalKind.Address, "Italian", """
            *indirizzo, ?via, numero civico, civico, residenza,
            indirizzo completo, indirizzo spedizione, indirizzo fatturazione, ?piazza, num civico, n civico, domicilio
            """),
        new(PersonalKind.City, "Italian", """
            citta, luogo nascita, luogo di nascita, comune, comune nascita,
            citta residenza, comune residenza, comune di nascita, ?localita, ?paese residenza
            """),
        new(PersonalKind.PostalCode, "Italian", """
            ?cap, codice postale,
            cap residenza, cod postale
            """),
        new(PersonalKind.NationalId, "Italian", """
            *codice fiscale, cod fiscale, cf, partita iva, p iva, piva, carta identita, *passaporto, patente, numero patente, tessera sanitaria, ?targa,
            codice identificativo fiscale, numero documento, num documento, documento identita, numero carta identita, num passaporto, numero passaporto, numero tessera sanitaria, permesso soggiorno,
            permesso di soggiorno, num patente, *targa veicolo, p iva cf
            """),
        new(PersonalKind.Account, "Italian", """
            conto corrente, numero conto, ?conto, coordinate bancarie,
            conto bancario, conto iban, codice iban, ?intestatario conto iban, codice swift
            """),
        new(PersonalKind.Card, "Italian", """
            carta credito, carta di credito, numero carta,
            carta di debito, numero carta credito, scadenza carta
            """),
        new(PersonalKind.Token, "Italian", """
            parola chiave, parola ordine, *chiave segreta,
            codice segreto, chiave privata, chiave api, codice accesso, codice attivazione, codice verifica, codice conferma, domanda segreta, risposta segreta, gettone, *parola segreta
            """),
        new(PersonalKind.Ip, "Italian", "indirizzo ip"),
        new(PersonalKind.BirthDate, "Italian", """
            *nascita, data nascita, data di nascita, ~eta, anno nascita, data decesso,
            datanascita, dt nascita, luogo data nascita, data di decesso, data morte
            """),
        new(PersonalKind.Gender, "Italian", """
            sesso, ?genere,
            ?appellativo
            """),
        new(PersonalKind.Company, "Italian", """
            azienda, ragione sociale, datore lavoro, ?ditta,
            nome azienda, nome ditta, ?ente, ?societa, ?organizzazione, ?associazione, denominazione sociale, ?istituto
            """),
        new(PersonalKind.Income, "Italian", """
            stipendio, *stipendio, reddito, retribuzione,
            stipendio lordo, stipendio netto, ?compenso, ?pensione, paga oraria, ?indennita, *salario
            """),
        new(PersonalKind.Special, "Italian", """
            diagnosi, gruppo sanguigno, allergie, malattia, disabilita, gravidanza, stato civile, cittadinanza, nazionalita, religione, sindacato, terapia, farmaci, ?vaccinazione,
            *patologia, *allergia, *invalidita, *farmaco, *vaccino, anamnesi, *sintomi, ?fumatore, *etnia, orientamento sessuale, ~peso, ~altezza, pressione arteriosa, ?dieta, causa decesso,
            partito politico, precedenti penali, ?esito esame, ?prescrizione, ?posologia, gruppo sangue
            """),
        new(PersonalKind.FreeText, "Italian", """
            ?commento, ?osservazioni, ?messaggio, ?descrizione, ?annotazioni, ?oggetto, ?testo,
            ?note, ?nota, ?commenti, ?osservazione, ?corpo, ?risposta, ?domanda, ?biografia, ?su di me, ?presentazione, ?recensione, ?reclamo, ?motivo, ?motivazione, ?dettagli, ?dettaglio,
            ?istruzioni, ?contenuto, ?annotazione, ?riassunto, ?relazione
            """),
        new(PersonalKind.Location, "Italian", """
            *latitudine, *longitudine, coordinate gps
            """),
        new(PersonalKind.RecordNumber, "Italian", """
            ?matricola, ?codice paziente, ?numero cartella, ?numero tessera, ?numero socio
            """),
        new(PersonalKind.Device, "Italian", """
            indirizzo mac, numero seriale
            """),
        new(PersonalKind.Email, "Dutch", """
            emailadres, e mailadres, mailadres,
            e mail, email prive, email werk, emailadressen
            """),
        new(PersonalKind.Phone, "Dutch", """
            *telefoon, telefoonnummer, mobiel, mobiele nummer, mobielnummer, gsm nummer,
            telefoon prive, telefoon werk, telefoonnr, tel nr, mobiel nummer, mobiel nr, gsm, gsm nr, ?vaste lijn, faxnummer
            """),
        new(PersonalKind.Name, "Dutch", """
            ?naam, volledige naam, klantnaam, contactpersoon, tenaamstelling, rekeninghouder, ontvanger,
            naam klant, naam patient, naam contactpersoon, patientnaam, medewerkernaam, afzender naam, ?afzender, ?behandelaar, naam behandelaar, ?huisarts, naam huisarts, ?eigenaar, naam eigenaar,
            ?bestuurder, ?donateur, naam donateur, ?aanvrager, naam aanvrager, ?auteur, ?verantwoordelijke, ?ouder, naam ouder, noodcontact, contactpersoon nood, ?docent, naam docent, ?klant, ?patient,
            ?begunstigde, naam begunstigde, weergavenaam, ?ondertekenaar
            """),
        new(PersonalKind.FirstName, "Dutch", """
            *voornaam, voornamen, roepnaam, voorletters, initialen,
            eerste voornaam, voornaam klant
            """),
        new(PersonalKind.LastName, "Dutch", """
            *achternaam, *familienaam, tussenvoegsel, meisjesnaam, geboortenaam,
            eigen naam, partnernaam, voorvoegsel, tussenvoegsels
            """),
        new(PersonalKind.Username, "Dutch", """
            gebruikersnaam, bijnaam, ?gebruiker, inlognaam,
            ?aangemaakt door, ?gewijzigd door, accountnaam, loginnaam
            """),
        new(PersonalKind.Address, "Dutch", """
            *adres, *straat, straatnaam, *huisnummer, huisnr, toevoeging, postbus,
            adresregel, *postadres, *factuuradres, bezorgadres, leveradres, huisletter, huisnummer toevoeging, busnummer, straat en huisnummer
            """),
        new(PersonalKind.City, "Dutch", """
            woonplaats, plaatsnaam, ?plaats, geboorteplaats, ?gemeente,
            ?dorp, plaats geboorte
            """),
        new(PersonalKind.NationalId, "Dutch", """
            bsn, burgerservicenummer, sofinummer, paspoortnummer, *paspoort, rijbewijs, rijbewijsnummer, ?kenteken, btw nummer,
            bsn nummer, rijksregisternummer, insz, identiteitskaart, identiteitsnummer, id kaart, id nummer, kvk, kvk nummer, ondernemingsnummer, btw nr, btwnummer, big nummer, agb code, kentekenplaat,
            nummerplaat, polisnummer zorg, zorgverzekeringsnummer, *legitimatie, vreemdelingennummer
            """),
        new(PersonalKind.RecordNumber, "Dutch", """
            ?personeelsnummer,
            ?patientnummer, ?lidnummer, ?leerlingnummer, ?studentnummer, ?medewerkernummer, ?donateurnummer
            """),
        new(PersonalKind.Account, "Dutch", """
            rekeningnummer, bankrekening, *bankrekening, ?rekening,
            bankrekeningnummer, iban nummer, tegenrekening, ?machtiging, incasso iban, machtigingskenmerk
            """),
        new(PersonalKind.Card, "Dutch", """
            creditcardnummer, kaartnummer, pasnummer,
            kaartnr, kredietkaart, creditkaart, vervaldatum kaart, kaart vervaldatum
            """),
        new(PersonalKind.Token, "Dutch", """
            *wachtwoord, geheime sleutel, ?sleutel,
            wachtwoord hash, toegangscode, toegangssleutel, prive sleutel, beveiligingsvraag, beveiligingsantwoord, geheime vraag, activatiecode, bevestigingscode, verificatiecode, uitnodigingscode,
            herstelcode, ?pincode, api sleutel, licentiesleutel
            """),
        new(PersonalKind.BirthDate, "Dutch", """
            *geboorte, geboortedatum, geb datum, leeftijd, geboortejaar, overlijdensdatum,
            geb dat, gebdatum, datum geboorte, datum overlijden, overleden op
            """),
        new(PersonalKind.Gender, "Dutch", """
            geslacht, aanhef,
            aanspreektitel, ?titulatuur
            """),
        new(PersonalKind.Company, "Dutch", """
            bedrijf, bedrijfsnaam, werkgever,
            naam bedrijf, ?organisatie, organisatienaam, naam organisatie, handelsnaam, ?instelling, ?vereniging, ?school, schoolnaam
            """),
        new(PersonalKind.Income, "Dutch", """
            *salaris, inkomen, brutoloon, uurloon,
            brutosalaris, nettosalaris, maandsalaris, jaarsalaris, maandloon, ?loon, ?uurtarief, *inkomsten, ?pensioen, ?uitkering, ?toeslag
            """),
        new(PersonalKind.Special, "Dutch", """
            bloedgroep, ziekte, ziekteverzuim, nationaliteit, burgerlijke staat, geloof, zwanger, vakbond, medicatie, allergieen, gezondheid,
            *diagnose, *allergie, *medicijn, *godsdienst, *handicap, ?klachten, anamnese, ?behandeling, ?roker, bloeddruk, ~gewicht, ~lengte, hartslag, afkomst, etniciteit,
            seksuele geaardheid, strafblad, lidmaatschap vakbond, politieke voorkeur, dieet, dieetwensen, vaccinatie, doodsoorzaak, arbeidsongeschikt, zorgindicatie
            """),
        new(PersonalKind.FreeText, "Dutch", """
            ?*opmerking, ?opmerkingen, ?notitie, ?bericht, ?omschrijving, ?toelichting, ?onderwerp,
            ?notities, ?beschrijving, ?tekst, ?inhoud, ?antwoord, ?vraag, ?klacht, ?reden, ?toelichtingen, ?uitleg, ?verslag, ?samenvatting, ?over mij, ?biografie, ?motivatie, ?ervaring, ?instructies,
            ?bijzonderheden, ?reactie, ?recensie, ?beoordeling tekst, ?gespreksverslag, ?memo
            """),
        new(PersonalKind.PostalCode, "Dutch", """
            *postcode, postcode cijfers
            """),
        new(PersonalKind.Location, "Dutch", """
            breedtegraad, lengtegraad, *coordinaten
            """),
        new(PersonalKind.Device, "Dutch", """
            serienummer, mac adres
            """),
        new(PersonalKind.Ip, "Dutch", """
            ip adres, ipadres
            """),
        new(PersonalKind.Phone, "Portuguese", """
            telemovel, celular, *telefone,
            telefone fixo, telefone celular, numero telefone, numero de telefone, numero telemovel, numero celular, ?fone, fone contato, telefone contato, ddd telefone, whats app
            """),
        new(PersonalKind.Name, "Portuguese", """
            nome completo, ?titular, nome cliente,
            nome do cliente, nome paciente, nome aluno, nome funcionario, nome contato, nome contacto, nome mae, nome da mae, nome pai, nome do pai, nome social, nome destinatario, nome remetente,
            nome autor, ?autor, ?destinatario, ?remetente, ?responsavel, nome responsavel, ?medico, nome medico, ?proprietario, ?motorista, nome motorista, ?doador, nome doador, ?solicitante,
            ?beneficiario, ?paciente, ?cliente, contato emergencia, contato de emergencia, contacto emergencia, representante legal, ?professor, nome professor, ?tutor, nome exibicao,
            nome impresso cartao
            """),
        new(PersonalKind.FirstName, "Portuguese", """
            primeiro nome, nome proprio,
            prenome, primeiro nome cliente
            """),
        new(PersonalKind.LastName, "Portuguese", """
            apelido, sobrenome, ultimo nome,
            ultimo sobrenome, sobrenomes, apelidos, nome familia, nome solteira
            """),
        new(PersonalKind.Username, "Portuguese", """
            nome usuario, nome utilizador, ?utilizador, ?usuario,
            nome de usuario, nome de utilizador, apelido usuario, ?criado por, ?alterado por, ?modificado por, ?cadastrado por, conta usuario
            """),
        new(PersonalKind.Address, "Portuguese", """
            endereco, *endereco, morada, rua, logradouro, bairro,
            endereco completo, endereco entrega, endereco cobranca, ?complemento, numero residencia, num endereco, ?numero porta, ?avenida, ?travessa
            """),
        new(PersonalKind.City, "Portuguese", """
            cidade, naturalidade, local nascimento,
            ?municipio, ?localidade, cidade nascimento, ?freguesia, ?concelho
            """),
        new(PersonalKind.PostalCode, "Portuguese", """
            cep, codigo postal,
            cep entrega, cod postal
            """),
        new(PersonalKind.NationalId, "Portuguese", """
            cpf, cnpj, ~rg, nif, niss, cartao cidadao, passaporte, carta conducao, cnh, ?bi,
            numero cpf, cpf cnpj, documento identidade, numero documento, num documento, numero identidade, identidade, numero rg, titulo eleitor, titulo de eleitor, pis, pis pasep, pasep, ctps,
            carteira trabalho, cns, cartao sus, cartao nacional saude, numero passaporte, numero cnh, habilitacao, numero contribuinte, contribuinte, numero utente, utente sns, bilhete identidade,
            numero identificacao fiscal, inscricao estadual, placa veiculo, crm medico, matricula veiculo, certidao nascimento
            """),
        new(PersonalKind.Account, "Portuguese", """
            conta bancaria, numero conta, nib,
            conta corrente, numero da conta, num conta, agencia conta, chave pix, ?pix, codigo banco, ?agencia bancaria, dados bancarios
            """),
        new(PersonalKind.Card, "Portuguese", """
            cartao credito, numero cartao,
            cartao de credito, cartao debito, numero do cartao, validade cartao, codigo seguranca cartao, ?cartao
            """),
        new(PersonalKind.Token, "Portuguese", """
            senha, *senha, palavra passe, ?chave,
            senha hash, hash senha, palavrapasse, chave privada, chave secreta, chave api, chave acesso, codigo acesso, codigo verificacao, codigo confirmacao, codigo ativacao, pergunta secreta,
            resposta secreta, pergunta seguranca, resposta seguranca, *segredo, codigo convite
            """),
        new(PersonalKind.BirthDate, "Portuguese", """
            data nascimento, data de nascimento, *nascimento, idade,
            dt nascimento, data nasc, dt nasc, nasc, ?ano nascimento, data obito, data falecimento
            """),
        new(PersonalKind.Income, "Portuguese", """
            renda, ordenado, vencimento base,
            *salario, salario bruto, salario liquido, renda mensal, renda familiar, ?rendimento, remuneracao, ?pensao, ?beneficio valor, ?comissao
            """),
        new(PersonalKind.Special, "Portuguese", """
            doenca, deficiencia, raca, cor raca, estado civil, nacionalidade, gravida, alergias, tipo sanguineo,
            *diagnostico, *alergia, *gravidez, *medicamento, *religiao, *etnia, *vacina, *sindicato, *sintoma, historico medico, grupo sanguineo, orientacao sexual, ~peso, ~altura, pressao arterial,
            frequencia cardiaca, ?fumante, tabagismo, antecedentes criminais, filiacao partidaria, partido politico, causa morte, ?dieta, ?restricao alimentar, convenio medico, plano saude,
            plano de saude, ?tratamento medico, ?receita medica, escolaridade saude, estadocivil
            """),
        new(PersonalKind.FreeText, "Portuguese", """
            ?mensagem, ?descricao, ?observacoes, ?comentarios,
            ?observacao, ?obs, ?nota, ?notas, ?comentario, ?anotacoes, ?anotacao, ?texto, ?conteudo, ?corpo, ?assunto, ?resposta, ?pergunta, ?motivo, ?justificativa, ?justificacao, ?detalhes,
            ?instrucoes, ?biografia, ?sobre mim, ?apresentacao, ?reclamacao, ?avaliacao texto, ?depoimento, ?resumo, ?relatorio, ?parecer, ?queixa, ?historico, ?mensagens
            """),
        new(PersonalKind.Email, "Portuguese", """
            correio, correio eletronico, endereco email, endereco de email, email pessoal, email contato, email contacto
            """),
        new(PersonalKind.Location, "Portuguese", """
            coordenadas gps, coordenadas
            """),
        new(PersonalKind.RecordNumber, "Portuguese", """
            ?numero paciente, ?prontuario, ?numero prontuario, ?numero socio, ?matricula, ?numero matricula, ?numero aluno, ?numero funcionario
            """),
        new(PersonalKind.Ip, "Portuguese", """
            endereco ip
            """),
        new(PersonalKind.Device, "Portuguese", """
            endereco mac, numero serie, ?navegador
            """),
        new(PersonalKind.Gender, "Portuguese", """
            sexo, ?genero, ?pronome, pronomes
            """),
        new(PersonalKind.Company, "Portuguese", """
            nome empresa, *empresa, razao social, nome fantasia, ?organizacao, ?instituicao, ?empregador, ?entidade, ?escola, nome escola
            """),
        new(PersonalKind.Phone, "Polish", """
            komorka, numer telefonu, *telefon, tel kom,
            telefon kontaktowy, nr telefonu, nr tel, telefon komorkowy, numer komorkowy, telefon stacjonarny, numer tel
            """),
        new(PersonalKind.Name, "Polish", """
            imie i nazwisko, imie nazwisko,
            nazwisko i imie, nazwa klienta, imie nazwisko klienta, osoba kontaktowa, ?odbiorca, ?nadawca, ?wlasciciel, ?opiekun, ?lekarz, lekarz prowadzacy, ?autor, ?kierowca, ?darczynca, ?wnioskodawca,
            ?beneficjent, ?nauczyciel, ?rodzic, ?pacjent, ?klient, kontakt awaryjny, pelne imie, pelna nazwa, nazwa wyswietlana, posiadacz rachunku, posiadacz karty
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
            nazwauzytkownika, login uzytkownika, ?utworzyl, ?utworzone przez, ?zmodyfikowal, pseudonim
            """),
        new(PersonalKind.Address, "Polish", """
            adres, *adres, ulica, nr domu, numer domu, nr mieszkania,
            ulica i numer, ?nr lokalu, numer lokalu, numer mieszkania, adres zamieszkania, adres zameldowania, adres dostawy, adres korespondencyjny, adres do faktury, adres linia
            """),
        new(PersonalKind.City, "Polish", """
            miasto, miejscowosc, miejsce urodzenia,
            ?gmina, ?poczta miasto, miejsce zamieszkania
            """),
        new(PersonalKind.PostalCode, "Polish", """
            kod pocztowy, *kod pocztowy,
            kod poczt, kodpocztowy
            """),
        new(PersonalKind.NationalId, "Polish", """
            pesel, nip, regon, dowod osobisty, nr dowodu, numer dowodu, paszport, nr paszportu,
            nr pesel, numer pesel, nr nip, numer nip, numer paszportu, seria dowodu, prawo jazdy, numer prawa jazdy, nr rejestracyjny, numer rejestracyjny, tablica rejestracyjna, numer krs,
            nr ubezpieczenia, numer ubezpieczenia, legitymacja, numer legitymacji, karta pobytu, pwz, numer pwz
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
            cisnienie krwi, tetno, ?objawy, ?dieta, przyczyna zgonu, ?zwolnienie lekarskie, ?recepta
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
            adres mac, numer seryjny, przegladarka
            """),
        new(PersonalKind.Email, "Swedish", """
            epost, e post, epostadress, e postadress,
            mejl, mejladress, mailadress, e postadress kund
            """),
        new(PersonalKind.Phone, "Swedish", """
            telefonnummer, mobilnummer, mobiltelefon,
            telefon, mobil, mobilnr, telefonnr, tel nr, hemtelefon, arbetstelefon, faxnummer
            """),
        new(PersonalKind.Name, "Swedish", """
            namn, fullstandigt namn, kundnamn, kontaktperson,
            namn kund, patientnamn, anstalldnamn, visningsnamn, ?mottagare, mottagarnamn, ?avsandare, avsandarnamn, ?agare, agarnamn, ?lakare, ?behandlare, ?forfattare, ?forare, ?givare, givarnamn,
            ?sokande, ?vardnadshavare, vardnadshavare namn, ?anhorig, narmast anhorig, anhorig namn, nodkontakt, ?larare, ?handlaggare, ?patient, ?kund, kortinnehavare, kontoinnehavare, ?innehavare,
            ?formanstagare, ?undertecknare
            """),
        new(PersonalKind.FirstName, "Swedish", """
            fornamn, *fornamn, tilltalsnamn, foernamn,
            mellannamn, andranamn
            """),
        new(PersonalKind.LastName, "Swedish", """
            efternamn, *efternamn,
            flicknamn, *slaktnamn, tidigare efternamn
            """),
        new(PersonalKind.Username, "Swedish", """
            anvandarnamn, anvaendarnamn, smeknamn,
            anvandarid, inloggningsnamn, ?skapad av, ?andrad av, kontonamn
            """),
        new(PersonalKind.Address, "Swedish", """
            adress, *adress, gatuadress, gata, gatunamn,
            postadress, besoksadress, leveransadress, fakturaadress, husnummer, lagenhetsnummer, lgh nr, ?vag, ?vagnamn, adressrad, boxadress
            """),
        new(PersonalKind.City, "Swedish", """
            postort, ?ort, hemort, fodelseort,
            bostadsort, ?kommun
            """),
        new(PersonalKind.PostalCode, "Swedish", "postnummer, postnr"),
        new(PersonalKind.NationalId, "Swedish", """
            personnummer, *personnummer, personnr, samordningsnummer, organisationsnummer, korkort, passnummer, ?regnr,
            orgnr, org nr, org nummer, momsnummer, vat nummer, korkortsnummer, id kort, id nummer, idkortsnummer, registreringsnummer bil, registreringsskylt, socialforsakringsnummer, personnr kund,
            ?lmnr
            """),
        new(PersonalKind.Account, "Swedish", """
            kontonummer, bankkonto, clearingnummer,
            bankkontonummer, kontonr, bankgiro, plusgiro, iban nummer, clearingnr, clearing nr
            """),
        new(PersonalKind.Token, "Swedish", """
            losenord, *losenord, loesenord,
            losenordshash, hemlighet, *hemlig nyckel, privat nyckel, api nyckel, atkomstkod, atkomstnyckel, aktiveringskod, verifieringskod, bekraftelsekod, sakerhetsfraga, sakerhetssvar, hemlig fraga,
            inbjudningskod, engangskod, pinkod, ?portkod
            """),
        new(PersonalKind.BirthDate, "Swedish", """
            fodelsedatum, *fodelse, fodelsedag, ?alder, fodd,
            fodelsear, fodelsemanad, fodd datum, dodsdatum, avliden
            """),
        new(PersonalKind.Gender, "Swedish", """
            ?kon, tilltal,
            *kon kod, juridiskt kon
            """),
        new(PersonalKind.Company, "Swedish", """
            foretag, foretagsnamn, arbetsgivare,
            ?organisation, organisationsnamn, firmanamn, firma, skolnamn, ?forening, foreningsnamn
            """),
        new(PersonalKind.Income, "Swedish", """
            ~lon, manadslon, inkomst, timlon,
            grundlon, bruttolon, nettolon, arslon, ?loneutbetalning, ?pension, ?bidrag, ?arvode
            """),
        new(PersonalKind.Special, "Swedish", """
            sjukdom, sjukfranvaro, medborgarskap, civilstand, blodgrupp, allergier, fackforbund, gravid,
            *diagnos, *allergi, *medicin, lakemedel, vaccination, vaccinationer, religion, *funktionsnedsattning, *funktionshinder, *etnicitet, sexuell laggning, partimedlemskap, *graviditet, rokare,
            blodtryck, ~vikt, ~langd, puls, specialkost, matallergi, dodsorsak, *sjukskrivning, brottsregister, ?behandling, ?symtom, ?recept, ?anamnes
            """),
        new(PersonalKind.FreeText, "Swedish", """
            ?anteckning, ?anteckningar, ?meddelande, ?beskrivning, ?anmarkning,
            ?notering, ?noteringar, ?*kommentar, ?kommentarer, ?text, ?fritext, ?innehall, ?amne, ?svar, ?fraga, ?orsak, ?anledning, ?motivering, ?beskrivningar, ?om mig, ?biografi, ?klagomal,
            ?recension, ?omdome, ?instruktioner, ?sammanfattning, ?ovrigt, ?arendebeskrivning
            """),
        new(PersonalKind.Location, "Swedish", """
            latitud, longitud, koordinater
            """),
        new(PersonalKind.RecordNumber, "Swedish", """
            ?patientnummer, ?medlemsnummer, ?medlemsnr, ?anstallningsnummer, ?elevnummer, ?studentnummer, ?journalnummer
            """),
        new(PersonalKind.Card, "Swedish", """
            kortnummer, kreditkort, kreditkortsnummer, betalkort, kortets giltighetstid, kortnr
            """),
        new(PersonalKind.Ip, "Swedish", """
            ip adress, *ipadress
            """),
        new(PersonalKind.Device, "Swedish", """
            mac adress, serienummer, ?webblasare
            """),
    ];
}
