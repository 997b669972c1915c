using CiAnon.Recognition;

namespace CiAnon.Residual.Forms;

/// <summary>Words that stand for an office, a mailbox or anybody, never for one person: addresses and user names made of them say nothing.</summary>
internal static class RoleWords
{
    private static readonly WordSet Words = new(
        """
        abuse account accounting accounts admin administration administrator alert alerts all anonymized anonymous anybody assistant
        backup billing board booking bookings bot career careers cashier ceo cfo chat client clients coach company contact contacts cto
        customer customers cust daemon data database default delivery demo department dept desk dev developer developers devops director do
        donotreply driver email emails employee employees empty engineering enquiries event events everybody everyone example
        family feedback finance firstname foo bar friend friends general group guest guests hello help helpdesk home host hostmaster hr
        human info information inbox inquiry inquiries invoice invoices it jobs lastname legal library list local log login logs
        mail mailbox mailer main management manager marketing me media member members moderator my myself name news newsletter nobody none
        noreply not notification notifications notify null office online operations operator ops order orders owner partner partners
        password patient patients payment payments people person pilot player postgres postmaster press privacy production professor project public
        purchase purchasing reception recruiting recruitment redacted register registration reply reporting reports reservation reservations
        resources returns robot root sales sample school secretary security seller server service services shipping shop site someone
        somebody spam staff status store student students subscriber subscribe superuser supervisor supplier suppliers support survey
        system sysadmin teacher team tech technical telephone temp test tester testing tests testuser theteam ticket tickets undefined unknown
        unsubscribe user username users vendor vendors visitor volunteer warehouse web webmaster website welcome work worker www yourname
        anfrage anfragen aussendienst bank benutzer bestellung bestellungen bewerbung bewerbungen buchhaltung buero buro datenschutz
        einkauf empfang geschaeftsfuehrung geschaftsfuhrung haus hausverwaltung kanzlei kasse kontakt kunde kunden kundendienst kundenservice
        lager leitung mitarbeiter mitglied patientin personal post praxis presse rechnung rechnungen rechnungswesen redaktion rezeption
        schule schueler sekretariat technik termin termine verein verkauf vertrieb verwaltung vorstand werkstatt zentrale unbekannt
        accueil adherent administrateur bonjour client commande commandes commercial communication compta comptabilite direction eleve
        facturation inconnu membre mairie rh secretariat utilisateur
        administracion alumno atencion cliente clientes comercial compras contacto correo desconocido facturacion facturas hola informacion
        pedidos recepcion soporte usuario usuarios ventas
        amministrazione assistenza contatti ordini segreteria vendite ufficio klant klanten verkoop inkoop
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <param name="word">Folded.</param>
    public static bool Contains(ReadOnlySpan<byte> word) => Words.Contains(word);
}
