using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>Italian words in names of columns.</summary>
internal static class ItalianNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Italian", """
            posta elettronica, indirizzo email, pec,
            indirizzo mail, indirizzo posta, email personale, email aziendale, pec azienda, indirizzo pec,
            email pec, casella pec
            """),
        new(PersonalKind.Phone, "Italian", """
            cellulare, *cellulare, numero telefono, recapito telefonico,
            *telefono, tel casa, tel ufficio, numero di telefono, numero cellulare, telefono fisso, recapito,
            ?cell, tel fisso, num telefono, num cellulare,
            ?chiamante, ?chiamato, numero chiamante, numero chiamato
            """),
        new(PersonalKind.Name, "Italian", """
            nome completo, nome e cognome, nominativo, intestatario, ?destinatario, ?mittente,
            nome cliente, nome paziente, nome dipendente, nome autore, ?autore, nome destinatario, nome mittente, nome medico, ?medico, medico curante, ?referente, nome referente, ?responsabile,
            ?proprietario, ?conducente, ?donatore, nome donatore, ?richiedente, ?beneficiario, ?genitore, nome genitore, contatto emergenza, persona contatto, rappresentante legale, ?docente,
            ?insegnante, ?paziente, ?cliente, nome visualizzato,
            intestatario conto, nome madre, nome padre, ?titolare, legale rappresentante, persona di contatto, ?contatto nome,
            firma nome, nome firma, ?firmatario
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
            nomeutente, ?creato da, ?modificato da, nome account,
            nome di login, login utente, utente login, ?utente creazione, ?utente modifica, ?utente inserimento, ?inserito da, ?aggiornato da, ?approvato da, ?validato da, ?registrato da, ?gestito da, ?cancellato da, ?operatore, pseudonimo, nomignolo, nick utente, nome profilo, account di dominio, ?sigla operatore, utenza, ?utenza rete
            """),
        new(PersonalKind.Address, "Italian", """
            *indirizzo, ?via, numero civico, civico, residenza,
            indirizzo completo, indirizzo spedizione, indirizzo fatturazione, ?piazza, num civico, n civico, domicilio,
            ~interno, ~scala, ~piano, ~presso, indirizzo residenza,
            ~scala, ~piano, ~interno, ~palazzo, ~palazzina, ~edificio
            """),
        new(PersonalKind.City, "Italian", """
            citta, luogo nascita, luogo di nascita, comune, comune nascita,
            citta residenza, comune residenza, comune di nascita, ?localita, ?paese residenza,
            comune nasc, luogo nasc, ?frazione, ?quartiere, citta nascita
            """),
        new(PersonalKind.PostalCode, "Italian", """
            ?cap, codice postale,
            cap residenza, cod postale
            """),
        new(PersonalKind.NationalId, "Italian", """
            *codice fiscale, cod fiscale, cf, partita iva, p iva, piva, carta identita, *passaporto, patente, numero patente, tessera sanitaria, ?targa,
            codice identificativo fiscale, numero documento, num documento, documento identita, numero carta identita, num passaporto, numero passaporto, numero tessera sanitaria, permesso soggiorno,
            permesso di soggiorno, num patente, *targa veicolo, p iva cf,
            cod fis, cod fisc, codfis, codfisc, part iva, partiva, num tessera sanitaria, ?telaio, numero telaio,
            cciaa, rea, codice rea, codicerea, numero rea, iscrizione cciaa, ?albo artigiani, n albo
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
            codice segreto, chiave privata, chiave api, codice accesso, codice attivazione, codice verifica, codice conferma, domanda segreta, risposta segreta, gettone, *parola segreta,
            puk, pin sim
            """),
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
            ?matricola, ?codice paziente, ?numero cartella, ?numero tessera, ?numero socio,
            ?iuv, ?buono ordine, ?numero ordine
            """),
        new(PersonalKind.Ip, "Italian", "indirizzo ip"),
        new(PersonalKind.Device, "Italian", """
            indirizzo mac, numero seriale,
            numero di serie, num serie, n serie, ?matricola apparato, ?matricola dispositivo, seriale, ?numero matricola dispositivo, id dispositivo, identificativo dispositivo, impronta dispositivo, impronta browser, numero imei, codice imei, scheda sim, numero sim, id pubblicitario, *indirizzomac, ?numero contatore, ?user agent browser, ?codice rfid
            """),
    ];
}
