using System.Collections.Frozen;
using System.Text;
using CiAnon.Discovery.Lexicon;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery;

/// <summary>Words around a personal word that decide what it means, and words of tables that hold people.</summary>
internal static class NameContext
{
    /// <summary>Behind a personal word: the column tells something about the value, not the value: <c>email_verified</c>.</summary>
    public static readonly FrozenSet<string> FactsAfter = Set("""
        verified, verification, verify, confirmed, confirmation, validated, valid, validity, validation, count, counter, cnt, total, type, kind, status, state, id, ids, fk, at, on, sent, sends, enabled, disabled,
        optin, opt, optout, subject, template, format, provider, required, allowed, visible, visibility, public, expires, expiry, expiration, expired, limit, limits, attempts, version, flag, flags, notification,
        notifications, alerts, preference, preferences, settings, setting, policy, length, size, mode, category, group, class, level, rank, score, ratio, rate, percent, pct, quota, usage, used, changed, created, updated,
        code, url, uri, link, slug, path, node, uuid, guid, bin, hint, label, prompt, placeholder, regex, pattern, mask, strength, rotation, reset, resets, handler, class, method, strategy, service, server, host, port, protocol, field, fields, column, table, map, mapping, attribute, property, scope, scopes, rule, rules,
        failures, retries, interval, ttl, lifetime, queue, bounced, bounces, consent, subscribed, language, lang, reminder, reminders, hits, views, clicks, opens, delivered, blocked, is, done, since, until, index, idx, order, pos, position, source, range, color, colour, layout, theme, icon,
        anzahl, nummernkreis, typ, art, bestaetigt, bestatigt, gueltig, gultig, verifiziert, aktiv, vorlage, am, seit, bis, laenge,
        koodi, kode, kodu, kod, typ, tyyppi, tip, tipus, tur, turu, antal, antall, maara, lukumaara, pocet, numarul de, sayisi, adet, funktio, funktion, functie, functia, funcao, funzione, funcion, fonction,
        verifie, verifiee, confirme, valide, actif, nombre, modele, le, depuis,
        verificado, verificada, confirmado, confirmada, valido, tipo, activo, plantilla, cantidad,
        verificato, confermato, attivo, geverifieerd, bevestigd, soort, actief, verifierad
        """);

    /// <summary>In front of a personal word: a fact, a number or a setting again: <c>has_phone</c>, <c>num_cards</c>.</summary>
    public static readonly FrozenSet<string> FactsBefore = Set("""
        is, has, can, allow, allows, show, shows, hide, hides, enable, enabled, use, uses, send, sends, num, nb, no of, count, number of, min, max, avg, total, require, requires, accepts, accept, wants, want, needs, should, default, verified, failed,
        tipo, typ, rodzaj, soort, zona, secao, sigla, fecha, anzahl, hat, ist, anz, nombre de, est, tiene, es, num de, cantidad, heeft, pocet, antal, antall
        """);

    /// <summary>Behind a word for an address: millions have it in common.</summary>
    public static readonly FrozenSet<string> Countries = Set("country, countrycode, state, region, land, pais, pays, paese, staat, bundesland, iso, continent");

    /// <summary>Tables of places that are on every map.</summary>
    public static readonly FrozenSet<string> Places = Set("country, countries, city, cities, region, state, states, province, county, continent, place, places, geoname, geonames, geodata, town, municipality, airport, station, stop, stoppested, stoppesteder, poi, landmark, land, laender, gemeinde, bundesland, ville, pays, pais, paises, ciudad, comune, comuni, land, gemeente, stad, miasto, kommune, timezone");

    /// <summary>In front of <c>login</c>: when somebody did, not as whom.</summary>
    public static readonly FrozenSet<string> Moments = Set("last, first, previous, prev, current, latest, recent, next, letzter, letztes, erster, dernier, premier, ultimo, primer, laatste");

    /// <summary>Tables with one row per person, or whose rows belong to one.</summary>
    public static readonly FrozenSet<string> People = Set("""
        user, usr, users, account, customer, cust, client, contact, person, people, persons, member, employee, emp, staff, patient, guest, passenger, subscriber, student, pupil, teacher, doctor, physician, nurse, owner, tenant, landlord,
        author, lead, applicant, candidate, recipient, buyer, seller, player, profile, driver, agent, admin, operator, holder, beneficiary, insured, policyholder, resident, citizen, visitor, participant, attendee, donor, volunteer, admirer,
        organizer, organiser, instructor, tutor, coach, trainer, learner, mentor, mentee, supervisor, technician, consultant, lawyer, attorney, judge, practitioner, clinician, therapist, dentist, surgeon, follower, friend, giver, supporter, constituent, household, benefactor, invitee, correspondent, requestor, signer, borrower, lender, payer, payee,
        shopper, rider, courier, crew, pilot, captain, athlete, competitor, contestant, photographer, translator, editor, moderator, maintainer, contributor, committer, userprofile, addressee, commentator, registrar, interviewer, interviewee, inmate, prisoner, soldier, veteran, pensioner, beneficiary, heir, nominee, officer, official, clerk, cashier, salesperson, salesman, buyer, bidder, consignee, consignor,
        mother, father, mum, dad, mutter, vater, mere, pere, conjoint, madre, padre, conyuge, coniuge, moeder, vader, echtgenoot, matka, matki, ojciec, ojca, mae, pai, conjuge, maka, make,
        parent, guardian, child, children, spouse, dependent, relative, partner, reviewer, commenter, creator, sender, debtor, creditor, witness, claimant, voter, actor, manager, worker, assignee, requester, reporter, registrant, worker, caller, party, referee, freelancer, contractor, recruiter, respondent, winner, speaker,
        kunde, kunden, nutzer, benutzer, mitarbeiter, mitarb, mandant, mandanten, person, personen, personal, patienten, mitglied, mitglieder, ansprechpartner, kontakt, kontakte, schueler, schuler, lehrer, arzt, aerzte, arzte, mieter, vermieter, eigentuemer, eigentumer, teilnehmer, bewerber, versicherte, versicherter, fahrer, spieler, angestellte, spender, dozent, betreuer, antragsteller, erziehungsberechtigter, empfaenger, absender, ansprechpartnerin, kollege, interessent, interessenten, bewohner, pflegekraft, therapeut, halter, einwohner, buerger, burger, gast, gaeste,
        utilisateur, usager, personne, employe, salarie, adherent, membre, eleve, etudiant, professeur, medecin, locataire, proprietaire, assure, passager, abonne, candidat, inscrit, donateur, formateur, stagiaire, apprenant, enseignant, parent, tuteur, benevole, destinataire, expediteur, auteur, contribuable, beneficiaire, praticien,
        usuario, cliente, persona, empleado, trabajador, paciente, alumno, estudiante, profesor, medico, inquilino, propietario, socio, contacto, pasajero, asegurado, conductor, huesped, donante, docente, maestro, tutor, padre, autor, destinatario, remitente, solicitante, voluntario, afiliado, miembro, ciudadano,
        utente, utenza, utenze, persona, dipendente, paziente, studente, docente, socio, iscritto, ospite, cittadini, cittadino, anagrafica, donatore, insegnante, genitore, autore, volontario, tesserato, tesserati, utenti, clienti, pazienti, dipendenti, studenti, docenti, soci, iscritti, contatti, contatto, proprietario, proprietari,
        klant, klanten, gebruiker, persoon, personen, medewerker, werknemer, leerling, lid, leden, huurder, patient, donateur, docent, cursist, ouder, deelnemer, vrijwilliger, eigenaar, bestuurder, relatie, contact, bewoner, inwoner,
        donatore, medico, doador, professor, responsavel, socio, associado, morador, hospede, motorista, contato, utente, utilizadores, voluntario, utilizador, funcionario, pessoa, paciente, aluno, uzytkownik, klient, pracownik, osoba, pacjent, pacjenci, klienci, pracownicy, uzytkownicy, uczniowie, darczynca, darczyncy, nauczyciel, nauczyciele, kierowca, kierowcy, czlonek, czlonkowie, lekarz, lekarze, kontakty, student, studenci, uczen, patient, givare, larare, forare, medlem, medlemmar, deltagare, kontakt, kontakter, personer, kunder, anstalld, anstallda, invanare, volontar, anhorig, anvandare, kund, medarbetare, elev
        """ + TableWords.People);

    /// <summary>Things that have names, titles and addresses without being people.</summary>
    public static readonly FrozenSet<string> Things = Set("""
        product, item, article, category, categories, tag, role, permission, file, document, folder, table, column, field, event, plan, feature, department, dept, team, project, task, job, album, track, genre, playlist, media, type, status, country, countries, region, state, currency, language,
        city, unit, warehouse, channel, campaign, template, theme, plugin, module, setting, option, attribute, variant, brand, model, device, sensor, host, server, service, app, application, domain, page, menu, route, course, class, subject, room, building, hotel, flight, airport, station, port, tax, shipping, method,
        group, badge, achievement, guild, quest, skill, game, level, forum, board, topic, list, segment, queue, priority, label, color, colour, size, material, ingredient, drug, medicine, test, procedure, ward, branch, policy, coverage, fund, rate, discount, coupon, promotion, sku, stock, store, shop, outlet, location, zone, carrier, vehicle, container, index, metric, key, config,
        step, stage, phase, workflow, form, report, dashboard, widget, view, query, schema, database, migration, constraint, trigger, function, action, activity, source, target, scope, realm, client scope, provider, authenticator, flow, protocol, mapper, policy, resource, version, release, package, bundle, license type, layer, map, element, block, site, blog, term, taxonomy, content, meta, process, queue, job, worker type, connection, cache, session type, asset, image, photo, video, song, movie, film, book, magazine, newsletter, script, rule, filter, slot, seat, gate, stop, line, property, amenity, street type, pool, topic, exam, grade, faculty, sport, league, tournament, service, contract, offer, question, survey, poll, board, space, calendar,
        territory, province, district, county, area, continent, timezone, macro, cron, schedule, shift, reminder, alert, incident, ticket, issue, bug, milestone, sprint, epic, build, pipeline, stage, commit, repo, repository, token, webhook, hook, integration, environment, cluster, node, pod, namespace, bucket, volume, disk, snapshot, backup, audit, exception, trace, span, monitor, check, probe, dataset, datasource, datum, chart,
        kpi, goal, metric, collection, catalogue, catalog, bookmark, link, redirect, feed, subscription, tier, price, fee, invoice, order, payment, transaction, refund, ledger, entry, budget, cost, expense, lesson, chapter, quiz, assignment, answer, rubric, curriculum, program, programme, certificate, award, prize, medal, trophy, reward, voucher, kit, recipe, dish, meal, cuisine, allergen, disease, symptom, medication, vaccine,
        lab, specimen, sample, observation, concept, relationship type, species, breed, pet, animal, trip, ship, vessel, boat, train, bus, car, truck, bike, engine, part, component, assembly, tool, equipment, facility, plant, floor, desk, bed, locker, parking, holiday, festival, exhibition, show, episode, season, series, podcast, emoji, sticker, reaction, title, mood, stream, thread, conversation, message, inbox, mailbox, mailing,
        draft, attachment, upload, download, word, phrase, synonym, translation, locale, consent, experiment, switch, toggle, cohort, audience, funnel, partition, shard, lock, cache, session, authorization, permissionset, privilege, capability, dimension, preset, preference, keyword, subtype, kind, class, section, panel, tab, tile, notification, reason, cause, origin, lookup, enum, code, codelist, dictionary, vocabulary, thesaurus, ontology,
        appliance, chemical, compound, element, mineral, star, planet, galaxy, mountain, river, lake, park, museum, library, restaurant, venue, theater, theatre, cinema, stadium, arena, port, harbor, pier, road, highway, bridge, track, circuit, race, match, fixture, round, lap, tour, excursion, ride, fleet, depot, terminal, hub, charger, meter, tariff, grid, turbine, valve, pump, gateway, router, firewall, subnet, vlan, network, interface, certificate authority,
        inboundrule, mapping, translation, string, text, snippet, block, canned response, response, reply, saved reply, shortcut, signature, footer, header, banner, advert, ad, placement, campaign, creative, slide, poster, deck, flashcard, card type, cardtype, paymenttype, payment method, credit note, journal, account type, tax rate, tax class, ship method, shipmethod, phonenumbertype, unit of measure, measure, scale, range, category group, fonds, series, tournament, season,
        institut, institute, fakultaet, produkt, artikel, kategorie, datei, dokument, rolle, abteilung, projekt, aufgabe, land, laender, waehrung, sprache, lager, vorlage, gruppe, tarif, leistung, leistungen, bezeichnung, kurs, fach, raum, gebaeude, fahrzeug, marke, modell, station, kostenstelle, vertrag, sparte, maschine, medikament, gebiet, region, bundesland, stadt, kreis, kanton, bereich, standort, filiale, niederlassung, geraet, anlage, art, typ, zahlungsart, versandart, steuer, preis, rechnung, auftrag, bestellung, lieferung, veranstaltung, termin, thema, schlagwort, einheit, warengruppe, farbe, groesse, amt, ort, schicht, dienst, recht, berechtigung, status, klasse, stufe, formular, spalte, tabelle, bericht, regel, ereignis, nachricht, anhang, konfiguration, einstellung, einstellungen, diagnose, massnahme, untersuchung, impfstoff, seite, kapitel, lektion, pruefung, frage, umfrage, kampagne, spende, zweck, fonds, konto, buchung, etikett, aufgabenart, ticketstatus, prioritaet, warteschlange, lizenz,
        ressource, domaine, produit, categorie, fichier, dossier, service, departement, projet, tache, pays, langue, entrepot, modele, groupe, matiere, salle, batiment, marque, vehicule, medicament, ligne, contrat, region, commune, quartier, etat, statut, genre, couleur, taille, site, agence, magasin, commande, facture, panier, cours, classe, evenement, atelier, etape, etiquette, droit, statut, theme, sujet, rubrique, page, lecon, examen, campagne, don, priorite, unite, zone, poste, metier, diplome, acte, examen, specialite, vaccin, parametre, modalite, nature, civilite, motif,
        recurso, dominio, instalacion, producto, articulo, categoria, archivo, documento, rol, departamento, proyecto, tarea, pais, idioma, almacen, plantilla, grupo, curso, asignatura, sala, edificio, marca, modelo, vehiculo, medicamento, contrato, estado, provincia, region, ciudad, tipo, color, talla, tienda, sucursal, oficina, pedido, factura, evento, etiqueta, tema, plan, permiso, unidad, zona, campana, donacion, prioridad, leccion, examen, clase, materia, especialidad, servicio, municipio, comuna, modalidad, motivo, parametro, pagina, inmueble, cargo, puesto,
        ufficio, uffici, provincia, province, regione, regioni, comune, comuni, stato, stati, tipo, tipi, categoria, negozio, negozi, ordine, ordini, fattura, fatture, evento, eventi, attivita, pratica, documento, servizio, servizi, settore, sede, sedi, filiale, filiali, corsi, prodotti, articoli, ruoli, gruppi, progetti, reparti, lezione, esame, esami, specialita, unita, campagna, priorita, colore, taglia, marca, listino, impianto, macchina,
        functie, vacature, hulpmiddel, domein, regio, provincie, gemeente, stad, type, soort, winkel, filiaal, kantoor, bestelling, factuur, cursus, klas, evenement, taak, kleur, maat, merk, vestiging, locatie, dienst, recht, rol, onderwerp, bijlage, les, toets, afspraaktype, behandeling, campagne, donatie, prioriteit, eenheid, zone, onderdeel, specialisme, kamer,
        produto, cidade, regiao, loja, filial, fatura, tarefa, turma, disciplina, cor, projeto, arquivo, unidade, bairro, uf, modalidade, especialidade, servico, campanha, doacao, prioridade, aula, prova, cargo, setor, evento, curso, papel, permissao, equipamento,
        kategoria, kraj, miasto, wojewodztwo, powiat, gmina, sklep, magazyn, zamowienie, faktura, wydarzenie, zadanie, kurs, klasa, przedmiot, kolor, marka, dzial, projekt, plik, rola, grupa, oddzial, usluga, stanowisko, jednostka, priorytet, kampania, lekcja, egzamin, specjalnosc, urzadzenie, szablon,
        kategori, stad, lan, kommun, butik, lager, bestallning, handelse, uppgift, klass, amne, farg, avdelning, fil, roll, grupp, tjanst, enhet, kampanj, prioritet, lektion, prov, mall, utrustning, fordon, befattning, behorighet,
        pdf, csv, xls, xlsx, doc, docx, jpg, jpeg, png, zip, prodotto, articolo, file, ruolo, reparto, progetto, paese, magazzino, gruppo, corso, materia, veicolo, farmaco, product, artikel, bestand, afdeling, land, taal, magazijn, groep, vak, lokaal, voertuig
        """ + TableWords.Things + TableWords.ThingsOfScripts);

    /// <summary>Tables of companies: their names are company names.</summary>
    public static readonly FrozenSet<string> Companies = Set("""
        company, companies, org, supplier, vendor, organization, organisation, merchant, employer, firm, manufacturer, business, agency, publisher, bank, insurer, school, hospital, clinic, reseller, corporation, sponsor, institution, university, college, charity, foundation, association, dealer, distributor, wholesaler, airline, pharmacy, practice, laboratory, nonprofit, ngo, studio, brewery, broker, lessor, subcontractor, shipper, factory,
        firma, firmen, lieferant, lieferanten, unternehmen, hersteller, arbeitgeber, verein, vereine, kanzlei, praxis, klinik, krankenhaus, krankenkasse, versicherer, haendler, dienstleister, spedition, organisation, fournisseur, organisme, association, etablissement, fabricant, prestataire, entreprise, societe, employeur, proveedor, organizacion, fabricante, distribuidor, entidad, compania, institucion, empresa, fornitore, fornitori, aziende, ente, enti, ditta, ditte, produttore, azienda, leverancier, bedrijf, organisatie, fabrikant, instelling, vereniging, bedrijven, organizacao, instituicao, entidade, fornecedor, dostawca, dostawcy, organizacja, organizacje, producent, szpital, firmy, tillverkare, forening, leverantor, foretag
        """ + TableWords.Companies);

    /// <summary>Tables whose rows somebody writes once for all to read: their descriptions are the organisation's own words.</summary>
    public static readonly FrozenSet<string> Published = Set("""
        product, item, category, categories, tag, role, permission, plan, feature, department, genre, type, status, country, region, state, territory, currency, language, city, channel, campaign, template, theme, plugin, module, setting, option, attribute, variant, brand, model, course, class, room, building, hotel, film, movie, book, album, track, game, level, badge, achievement, award, skill, forum, board, label, color, material,
        procedure, coverage, discount, coupon, promotion, sku, store, shop, location, zone, carrier, metric, workflow, form, report, dashboard, widget, view, query, database, provider, authenticator, realm, client, scope, license, package, service, app, application, program, curriculum, lesson, quiz, certificate, tax, shipping, method, fund, macro, property, amenity, facility, equipment, tier, subscription, group, team, project, repository,
        organization, organisation, guild, emoji, sticker, event type, dataset, datasource, chart, slice, collection, catalog, catalogue, concept, drug, vaccine, test, species, policy, rule, filter, goal, kpi, menu, recipe, dish, festival, exhibition, series, episode, podcast, playlist, faq, canned, reward, prize, gift, charge, rate, fee, unit, dimension, layer, component, error, command, privilege, grade, scale, rubric, outcome, segment, list,
        produkt, artikel, kategorie, rolle, abteilung, land, sprache, tarif, leistung, kurs, raum, marke, modell, vorlage, gruppe, projekt, veranstaltung, standort, art, typ, einheit, einstellung, schlagwort, produit, categorie, langue, pays, modele, groupe, cours, classe, article, service, etiquette, producto, articulo, categoria, rol, curso, plan, servicio, tipo, inmueble, plantilla, etiqueta,
        prodotto, articolo, ruolo, corso, servizio, tipo, categoria, immobile, cursus, soort, rol, dienst, produto, papel, curso, servico, kategoria, usluga, kurs, rola, kategori, tjanst, roll, grupp,
        tuote, laite, kurssi, vare, kursus, ydelse, tjeneste, produkty, predmet, predmety, kurz, sluzba, produs, produse, curs, serviciu, termek, termekek, tanfolyam, szolgaltatas, urun, urunler, ders, hizmet, tovar, tovary, kniga, knigi, shohin
        """);

    /// <summary>What the organisation says of such a thing: <c>products.description</c>.</summary>
    public static readonly FrozenSet<string> Descriptions = Set("""
        description, descr, desc, summary, details, synopsis, abstract,
        beschreibung, kurzbeschreibung, langbeschreibung, kurztext, langtext, descriptif, descripcion, descrizione, omschrijving, beschrijving, descricao, opis, beskrivning,
        kuvaus, beskrivelse, popis, anotace, descriere, leiras, aciklama, opisanie, setsumei
        """);

    /// <summary>What such a mailing or answer consists of.</summary>
    public static readonly FrozenSet<string> Bodies = Set("content, body, text, html, template, subject, message, caption, excerpt, question, answer, betreff, inhalt, sujet, contenu, asunto, contenido, oggetto, testo, onderwerp, inhoud, assunto, conteudo, temat, tresc, amne, innehall");

    /// <summary>What people carry and sit at.</summary>
    public static readonly FrozenSet<string> Devices = Set("device, devices, handset, phone, hardware, installation, install, vendor, android, advertising, browser, geraet, geraete, gerat, gerate, appareil, appareils, dispositivo, dispositivi, dispositivos, apparaat, toestel, urzadzenie, urzadzenia, enhet, enheter, telefon");

    /// <summary>Behind the word that says what a table's rows are.</summary>
    public static readonly FrozenSet<string> Endings = Set("history, archive, archives, archived, backup, bak, old, tmp, temp, copy, raw, staging, import, imports, master, data, base, basic, basics, detail, details, info, infos, information, entity, entities, tbl, stamm, stammdaten, record, records, new, final, current, all, historie, archiv, historique, historico");

    /// <summary>Words of what is written for all to read, whatever the table.</summary>
    public static readonly FrozenSet<string> Slogans = Set("motto, tagline, slogan, blurb, teaser, claim, headline, subtitle, strapline, disclaimer, terms, banner, helptext, tooltip");

    /// <summary>Tables of mailings and answers that are written once and sent to many.</summary>
    public static readonly FrozenSet<string> Mailings = Set("campaign, template, macro, canned, mailing, newsletter, setting, settings, vorlage, modele, plantilla, modello, sjabloon, modelo, szablon, mall, faq, banner, advert, ad, survey, question");

    /// <summary>Tables of what lets somebody in.</summary>
    public static readonly FrozenSet<string> Keys = Set("session, token, credential, secret, password, passwd, otp, totp, mfa, nonce, passkey, keystore, cookie, sessionstore, confirm, lostpasswordhash, apikey, authenticator, sitzung, jeton");

    /// <summary>In front of <c>key</c>: one that lets somebody in.</summary>
    public static readonly FrozenSet<string> KindsOfKeys = Set("api, access, secret, private, signing, encryption, auth, service, user, access, ssh, deploy, hashed, truncated, client, developer, personal, jwt, webhook, master, recovery");

    /// <summary>Tables of what somebody is paid.</summary>
    public static readonly FrozenSet<string> Pay = Set("pay, payroll, payslip, payslips, paycheck, paychecks, lohnabrechnung, lohnabrechnungen, gehaltsabrechnung, gehaltsabrechnungen, paie, paies, nominas, loonstrook, loonstroken, salarisstrook, salarisstroken, bustapaga, cedolino, cedolini, holerite, holerites, contracheque, contracheques, lonespec, lonsedel, lonseddel, palkka, mzdy, vyplata, berjegyzek, maas, bordro, salary, salaries, wage, compensation, remuneration, gehalt, gehaelter, gehalter, lohn, loehne, lohne, salaire, sueldo, salario, nomina, stipendio, stipendi, salaris, wynagrodzenie, lon");

    /// <summary>Columns of such a table that say how much.</summary>
    public static readonly FrozenSet<string> Amounts = Set("amount, rate, value, sum, total, gross, net, base, bonus, tax, bruto, neto, brut, liquido, lordo, withholding, lohnsteuer, loonheffing, retenue, retencion, irpf, ritenuta, deductions, taxable, betrag, summe, wert, brutto, netto, montant, importe, importo, bedrag, valor, kwota, belopp");

    /// <summary>Tables of cards that people pay with, and what else says so.</summary>
    public static readonly FrozenSet<string> Cards = Set("card, creditcard, debitcard, paymentcard, paymentmethod, karte, carte, tarjeta, carta, kaart, cartao, karta, kort");

    /// <summary>Parts of a card, behind such a table's name.</summary>
    public static readonly FrozenSet<string> CardParts = Set("expiry, expires, exp, expiration, expire, cvv, cvc, cvn, month, year, pan, bin, iin, ablauf, ablaufdatum, caducidad, vencimiento, scadenza, vervaldatum, validade");

    /// <summary>Other systems that know people by ids of their own.</summary>
    public static readonly FrozenSet<string> OtherSystems = Set("""
        external, remote, federated, broker, federation, provider, oauth, social, google, facebook, github, gitlab, slack, discord, telegram, steam, ldap, saml, azure, twitter, apple, microsoft, line, wechat, linkedin, okta, keycloak, zoom, teams, sso, idp, foreign, whatsapp, instagram, mattermost, zendesk, intercom, hubspot, salesforce
        """);

    /// <summary>Of those the ones that many know: whoever has the number finds the person.</summary>
    public static readonly FrozenSet<string> Providers = Set("google, facebook, github, gitlab, slack, discord, telegram, steam, twitter, apple, microsoft, linkedin, instagram, whatsapp, wechat, vk, twitch, orcid");

    /// <summary>Whoever uses the program: a text so named says as whom.</summary>
    public static readonly FrozenSet<string> Users = Set("user, benutzer, nutzer, utilisateur, usuario, utente, gebruiker, uzytkownik, utilizador, anvandare, bruger, bruker, kayttaja, uzivatel, utilizator, felhasznalo, kullanici, polzovatel");

    /// <summary>Words for people in front of such an id.</summary>
    public static readonly FrozenSet<string> Persons = Set("user, account, customer, member, contact, person, profile, login, subject, sub, uid");

    /// <summary>Names that things have as well as people: <c>channels.display_name</c>.</summary>
    public static readonly FrozenSet<string> NamesOfAll = Set("displayname, fullname, completename, shortname, friendlyname, commonname, formattedname, alias, handle, anzeigename, visningsnamn, weergavenaam, sortname, legalname, profileurl, pelnanazwa");

    /// <summary>The word that stands for a name, of whatever has the row.</summary>
    public static readonly FrozenSet<string> BareNames = Set("name, nom, nombre, nome, naam, namn, nazwa, names, navn, nimi, nev, neve, nazev, denumire, isim, nazvanie");

    /// <summary>Behind the word for a name: which writing of it.</summary>
    public static readonly FrozenSet<string> Variants = Set("intern, internal, interne, interno, en, de, fr, es, it, nl, pt, pl, sv, plural, singular, translated, localized, localised, i18n");

    /// <summary>The same, in front of whose it is, or in Hindi behind: <c>nama_barang</c>, <c>שם_מוצר</c>.</summary>
    public static readonly FrozenSet<string> HeadNames = Set("nama, ten, ism, shem, onoma, اسم, שם, ονομα, ім я, имя, име, назва, название, наименование, नाम, naam, imya, nazva, наименование, ονομασια");

    /// <summary>Singular or plural, alone or in front of a compound: <c>kundenstamm</c>.</summary>
    public static bool Speaks(FrozenSet<string> set, string word) =>
        set.Contains(word) || Singulars(word).Any(set.Contains);

    private static IEnumerable<string> Singulars(string word)
    {
        foreach (var ending in new[] { "s", "es", "en", "n", "i", "e" })
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) yield return word[..^ending.Length];
        if (word.EndsWith("ies", StringComparison.Ordinal)) yield return word[..^3] + "y";
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Ascii.IsValid(word) ? word : NameParts.Folded(word)).ToFrozenSet();
}
