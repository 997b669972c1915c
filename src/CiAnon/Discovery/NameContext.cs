using System.Collections.Frozen;

namespace CiAnon.Discovery;

/// <summary>Words around a personal word that decide what it means, and words of tables that hold people.</summary>
internal static class NameContext
{
    /// <summary>Behind a personal word: the column tells something about the value, not the value: <c>email_verified</c>.</summary>
    public static readonly FrozenSet<string> FactsAfter = Set("""
        verified, verification, verify, confirmed, confirmation, validated, valid, validity, validation, count, counter, cnt, total, type, kind, status, state, id, ids, fk, at, on, sent, sends, enabled, disabled,
        optin, opt, optout, subject, template, format, provider, required, allowed, visible, visibility, public, expires, expiry, expiration, expired, limit, limits, attempts, version, flag, flags, notification,
        notifications, alerts, preference, preferences, settings, setting, policy, length, size, mode, category, group, class, level, rank, score, ratio, rate, percent, pct, quota, usage, used, changed, created, updated,
        failures, retries, interval, ttl, lifetime, queue, bounced, bounces, consent, subscribed, language, lang, reminder, reminders, hits, views, clicks, opens, delivered, blocked, is, done, since, until, index, idx, order, pos, position, source, range, color, colour, layout, theme, icon,
        anzahl, typ, art, bestaetigt, bestatigt, gueltig, gultig, verifiziert, aktiv, vorlage, am, seit, bis, laenge,
        verifie, verifiee, confirme, valide, actif, nombre, modele, le, depuis,
        verificado, verificada, confirmado, confirmada, valido, tipo, activo, plantilla, cantidad,
        verificato, confermato, attivo, geverifieerd, bevestigd, soort, actief, verifierad
        """);

    /// <summary>In front of a personal word: a fact, a number or a setting again: <c>has_phone</c>, <c>num_cards</c>.</summary>
    public static readonly FrozenSet<string> FactsBefore = Set("""
        is, has, can, allow, allows, show, shows, hide, hides, enable, enabled, use, uses, send, sends, num, nb, no of, count, number of, min, max, avg, total, require, requires, accepts, accept, wants, want, needs, should, default, verified, failed,
        anzahl, hat, ist, anz, nombre de, est, tiene, es, num de, cantidad, heeft
        """);

    /// <summary>In front of <c>login</c>: when somebody did, not as whom.</summary>
    public static readonly FrozenSet<string> Moments = Set("last, first, previous, prev, current, latest, recent, next, letzter, letztes, erster, dernier, premier, ultimo, primer, laatste");

    /// <summary>Tables with one row per person, or whose rows belong to one.</summary>
    public static readonly FrozenSet<string> People = Set("""
        user, usr, users, account, customer, cust, client, contact, person, people, persons, member, employee, emp, staff, patient, guest, passenger, subscriber, student, pupil, teacher, doctor, physician, nurse, owner, tenant, landlord,
        author, lead, applicant, candidate, recipient, buyer, seller, player, profile, driver, agent, admin, operator, holder, beneficiary, insured, policyholder, resident, citizen, visitor, participant, attendee, donor, volunteer, admirer,
        parent, guardian, child, children, spouse, dependent, relative, partner, reviewer, commenter, creator, sender, debtor, creditor, witness, claimant, voter, actor, manager, worker, assignee, requester, reporter, registrant, worker, caller, party, referee, freelancer, contractor, recruiter, respondent, winner, speaker,
        kunde, kunden, nutzer, benutzer, mitarbeiter, person, personen, personal, patienten, mitglied, mitglieder, ansprechpartner, kontakt, kontakte, schueler, schuler, lehrer, arzt, aerzte, arzte, mieter, vermieter, eigentuemer, eigentumer, teilnehmer, bewerber, versicherte, versicherter, fahrer, spieler, angestellte, halter, einwohner, buerger, burger, gast, gaeste,
        utilisateur, usager, personne, employe, salarie, adherent, membre, eleve, etudiant, professeur, medecin, locataire, proprietaire, assure, passager, abonne, candidat, inscrit, contribuable, beneficiaire, praticien,
        usuario, cliente, persona, empleado, trabajador, paciente, alumno, estudiante, profesor, medico, inquilino, propietario, socio, contacto, pasajero, asegurado, conductor, huesped, miembro, ciudadano,
        utente, persona, dipendente, paziente, studente, docente, socio, iscritto, ospite, cittadino, anagrafica,
        klant, klanten, gebruiker, persoon, personen, medewerker, werknemer, leerling, lid, leden, huurder, patient, inwoner,
        utilizador, funcionario, pessoa, paciente, aluno, uzytkownik, klient, pracownik, osoba, pacjent, uczen, anvandare, kund, medarbetare, elev
        """);

    /// <summary>Things that have names, titles and addresses without being people.</summary>
    public static readonly FrozenSet<string> Things = Set("""
        product, item, article, category, categories, tag, role, permission, file, document, folder, table, column, field, event, plan, feature, department, dept, team, project, task, job, album, track, genre, playlist, media, type, status, country, countries, region, state, currency, language,
        city, unit, warehouse, channel, campaign, template, theme, plugin, module, setting, option, attribute, variant, brand, model, device, sensor, host, server, service, app, application, domain, page, menu, route, course, class, subject, room, building, hotel, flight, airport, station, port, tax, shipping, method,
        group, badge, achievement, guild, quest, skill, game, level, forum, board, topic, list, segment, queue, priority, label, color, colour, size, material, ingredient, drug, medicine, test, procedure, ward, branch, policy, coverage, fund, rate, discount, coupon, promotion, sku, stock, store, shop, outlet, location, zone, carrier, vehicle, container, index, metric, key, config,
        step, stage, phase, workflow, form, report, dashboard, widget, view, query, schema, database, migration, constraint, trigger, function, action, activity, source, target, scope, realm, client scope, provider, authenticator, flow, protocol, mapper, policy, resource, version, release, package, bundle, license type, layer, map, element, block, site, blog, term, taxonomy, content, meta, process, queue, job, worker type, connection, cache, session type, asset, image, photo, video, song, movie, film, book, magazine, newsletter, script, rule, filter, slot, seat, gate, stop, line, property, amenity, street type, pool, topic, exam, grade, faculty, sport, league, tournament, service, contract, offer, question, survey, poll, board, space, calendar,
        produkt, artikel, kategorie, datei, dokument, rolle, abteilung, projekt, aufgabe, land, laender, waehrung, sprache, lager, vorlage, gruppe, tarif, leistung, leistungen, bezeichnung, kurs, fach, raum, gebaeude, fahrzeug, marke, modell, station, kostenstelle, vertrag, sparte, maschine, medikament,
        produit, categorie, fichier, dossier, service, departement, projet, tache, pays, langue, entrepot, modele, groupe, matiere, salle, batiment, marque, vehicule, medicament, ligne, contrat,
        producto, articulo, categoria, archivo, documento, rol, departamento, proyecto, tarea, pais, idioma, almacen, plantilla, grupo, curso, asignatura, sala, edificio, marca, modelo, vehiculo, medicamento, contrato,
        prodotto, articolo, file, ruolo, reparto, progetto, paese, magazzino, gruppo, corso, materia, veicolo, farmaco, product, artikel, bestand, afdeling, land, taal, magazijn, groep, vak, lokaal, voertuig
        """);

    /// <summary>Tables of companies: their names are company names.</summary>
    public static readonly FrozenSet<string> Companies = Set("""
        company, companies, supplier, vendor, organization, organisation, merchant, employer, firm, manufacturer, business, agency, publisher, bank, insurer, school, hospital, clinic, reseller, corporation, sponsor,
        firma, firmen, lieferant, lieferanten, unternehmen, hersteller, arbeitgeber, fournisseur, entreprise, societe, employeur, proveedor, empresa, fornitore, azienda, leverancier, bedrijf, bedrijven, fornecedor, dostawca, leverantor, foretag
        """);

    /// <summary>The word that stands for a name, of whatever has the row.</summary>
    public static readonly FrozenSet<string> BareNames = Set("name, nom, nombre, nome, naam, namn, nazwa, names");

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
        words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
