using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon.Languages;

/// <summary>French words in names of columns.</summary>
internal static class FrenchNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "French", """
            courriel, adresse mail, adresse email, *courriel, adresse electronique, mel, adr mail,
            adresse courriel, email pro, email perso, mail pro, mail perso, adresse de messagerie,
            mail contact, adel, adresse electronique contact
            """),
        new(PersonalKind.Phone, "French", """
            *telephone, numero telephone, num tel, numero tel, tel mobile, tel portable, *portable, tel fixe, telecopie, tel domicile, tel bureau, ?gsm,
            tel pro, tel perso, telephone fixe, telephone mobile, numero mobile, num portable, mobile perso, ?numero appelant,
            fixe, ?port, tel dom, tel trav, tel prof, tel gsm, tel urgence, ?appelant, ?appele, numero fixe, num fixe, ?perso tel
            """),
        new(PersonalKind.Name, "French", """
            nom complet, ?nom prenom, nom et prenom, nom client, nom patient, nom contact, *titulaire, nom titulaire, ?destinataire, nom salarie, nom usage affichage, ?beneficiaire, ?proprietaire, ?locataire, ?medecin, medecin traitant, ?assure, ?souscripteur, nom du client, ?interlocuteur, nom affiche,
            prenom nom, nom destinataire, nom expediteur, ?expediteur, nom enseignant, nom medecin, nom eleve, nom etudiant, nom adherent, nom beneficiaire, nom proprietaire, nom locataire, nom auteur,
            ?auteur, ?donateur, nom donateur, ?responsable, nom responsable, ?representant, representant legal, ?tuteur, nom tuteur, ?redacteur, contact urgence, personne a prevenir, ?signataire,
            nom livraison, nom facturation, ?formateur, ?intervenant, ?conducteur, ?demandeur, nom demandeur, ?patient, ?client,
            titulaire compte, titulaire du compte, nom mere, nom du pere, nom de la mere, nom pere, nom parent, nom emprunteur, ?responsable legal, ?parrain, ?referent, personne contact
            """),
        new(PersonalKind.FirstName, "French", """
            *prenom, prenoms, deuxieme prenom, prenom usuel,
            prenom client, prenom contact, autres prenoms
            """),
        new(PersonalKind.LastName, "French", """
            ?nom, nom famille, nom de famille, nom usage, nom d usage, nom jeune fille, nom de jeune fille, nom naissance, nom de naissance, nom marital, patronyme,
            nom de jeunefille, nom epoux, nom epouse, nom usuel, ?nom client famille
            """),
        new(PersonalKind.Username, "French", """
            nom utilisateur, *nom utilisateur, ?identifiant, ?pseudo, *pseudonyme, surnom, ?utilisateur, ?identifiant connexion,
            *nomutilisateur, nom de connexion, ?login utilisateur, ?cree par, ?modifie par, ?saisi par, identifiant utilisateur, nom de compte,
            login adherent, *nomdutilisateur, nom d utilisateur, identifiant de connexion, compte utilisateur, login reseau, trigramme, ?initiales agent, pseudo joueur, pseudo forum, ?auteur saisie, ?cree par utilisateur, ?maj par, ?mis a jour par, ?valide par, ?traite par, ?supprime par, ?saisie par, ?utilisateur creation, ?utilisateur modification, ?agent saisie,
            ?identifiant compte, ?pseudonyme compte
            """),
        new(PersonalKind.Address, "French", """
            *adresse, rue, adresse ligne, ?voie, numero voie, nom voie, libelle voie, adresse livraison, adresse facturation, ?complement adresse, *domicile, boite postale,
            adresse postale, adresse complete, adresse ligne un, numero rue, num rue, ?numero de rue, ?appartement, ?lieu dit,
            ~complement, ~batiment, ~etage, ~escalier, ~residence, ~numero, adr, adr postale, adr ligne
            """),
        new(PersonalKind.City, "French", """
            ville, *ville, ?commune, ?localite, lieu naissance, lieu de naissance, ville naissance,
            commune naissance, ville residence, ?ville livraison, lieu deces,
            ?quartier, lieu naiss, ville naiss, ?departement naissance,
            ?ne a
            """),
        new(PersonalKind.PostalCode, "French", """
            *code postal, codepostal, ?cp, cp ville, code post,
            cp livraison, cp facturation, ?code postal livraison
            """),
        new(PersonalKind.Location, "French", "?coordonnees gps, coordonnees gps"),
        new(PersonalKind.NationalId, "French", """
            nir, numero securite sociale, *securite sociale, num secu, numero secu, no secu, num ss, carte identite, numero carte identite, cni, numero cni, *passeport, numero passeport, permis conduire, numero permis, permis de conduire, ?immatriculation, numero fiscal, num fiscal,
            ?siret, ?siren, ?matricule, carte vitale, numero carte vitale, ?numero etranger, titre sejour, numero assure, ?ine,
            numero de securite sociale, nss, num identite, piece identite, numero piece identite, *titre de sejour, numero tva, num tva, tva intracommunautaire, tva intra, ?numero permis conduire,
            plaque immatriculation, numero immatriculation, rpps, adeli, ?numero allocataire, num allocataire, num avs, numero avs, no avs, ?registre national, numero registre national,
            ?numen, insee, numero insee, ?iej, num siret, numero siret, numero siren, num siren, ?tva, num ide, num passeport, num cni, num permis
            """),
        new(PersonalKind.Account, "French", """
            rib, numero compte, num compte, ?compte bancaire, *compte bancaire, ?code bic, ?compte,
            compte bancaire numero, numero de compte, numero iban, ?titulaire compte iban, code banque, code guichet, ~cle rib, coordonnees bancaires, ?mandat sepa
            """),
        new(PersonalKind.Card, "French", """
            carte bancaire, numero carte, num carte, *carte bancaire, carte bleue, numero cb, cryptogramme,
            numero de carte, carte credit, numero carte bancaire, date expiration carte, expiration carte, cvv carte, ?carte paiement
            """),
        new(PersonalKind.Token, "French", """
            *mot de passe, motdepasse, mdp, mot passe, ?jeton, *jeton, cle api, cle privee, ?code secret, question secrete, reponse secrete,
            cle secrete, cle acces, code acces, code activation, code confirmation, code verification, code pin, jeton acces, jeton session, jeton api, question de securite, reponse de securite,
            mot de passe hash, hash mot de passe, code invitation, ?cle licence,
            ?code porte, ?code acces, digicode
            """),
        new(PersonalKind.Ip, "French", "adresse ip, *adresse ip, ip adr, adr ip"),
        new(PersonalKind.Device, "French", """
            adresse mac, ?navigateur, ?numero serie,
            numero de serie, num serie, no serie, *numeroserie, adresse materielle, identifiant appareil, id appareil, identifiant terminal, numero imei, code imei, carte sim, numero sim, identifiant publicitaire, id publicitaire, jeton appareil, empreinte appareil, empreinte navigateur, agent utilisateur, *adressemac, ?numero compteur, ?numero badge rfid, puce rfid
            """),
        new(PersonalKind.BirthDate, "French", """
            *naissance, date naissance, date de naissance, ne le, nee le, annee naissance, ?age, date deces, date de deces, *deces, dt naiss, date naiss,
            datenaissance, date nais, jour naissance, mois naissance, ?age patient, date du deces,
            ddn, dtn
            """),
        new(PersonalKind.Gender, "French", """
            ?sexe, sexe, *civilite, ?genre, civ,
            titre civilite, ?titre courtoisie,
            ~titre
            """),
        new(PersonalKind.Company, "French", """
            *entreprise, raison sociale, ?societe, nom societe, *employeur, nom entreprise, etablissement,
            nom organisme, ?organisme, nom association, ?organisation, ?institution, nom etablissement, denomination sociale, ?enseigne, ?employeur actuel, ?ecole
            """),
        new(PersonalKind.Income, "French", """
            *salaire, revenu, revenus, remuneration, ?solde, ?traitement mensuel, salaire brut, ?prime, ?loyer,
            salaire net, salaire de base, taux horaire, revenu mensuel, revenu annuel, revenu fiscal, ?pension, ?allocation, ?indemnite, ?montant salaire, ?quotient familial
            """),
        new(PersonalKind.Special, "French", """
            *diagnostic, groupe sanguin, *allergie, *maladie, arret maladie, *handicap, ?traitement, *medicament, ?sante, ?antecedents, antecedents medicaux, situation familiale, situation matrimoniale, etat civil, *nationalite, *ethnique, origine ethnique, orientation sexuelle, *grossesse,
            enceinte, *syndicat, *vaccin, *religieu, ?confession, ?ordonnance, *pathologie, casier judiciaire, ?poids kg, ?tension arterielle,
            *symptome, *antecedent, *religion, *invalidite, ?taux handicap, *regime alimentaire, cause deces, *mutuelle, *arret de travail, ?fumeur, ?tabac, ?alcool, poids, ~pouls,
            ?frequence cardiaque, *opinion politique, *parti politique, *condamnation, *posologie, ?prescription, ?resultat analyse, ?motif consultation
            """),
        new(PersonalKind.FreeText, "French", """
            ?*commentaire, ?commentaires, ?*remarque, ?remarques, ?observations, ?libre, ?texte, ?contenu, ?sujet, ?objet, ?*notes libres, ?motif, ?compte rendu, ?avis, ?precisions,
            ?*message, ?notes, ?corps, ?corps message, ?biographie, ?presentation, ?a propos, ?reponse, ?question, ?reclamation, ?plainte, ?justification, ?explication, ?detail,
            ?details, ?appreciation, ?temoignage, ?consigne, ?consignes, ?instructions livraison, ?raison, ?motif annulation, ?motif refus, ?lettre motivation, ?suivi
            """),
        new(PersonalKind.RecordNumber, "French", """
            ?numero adherent, ?num adherent, ?numero patient, ?numero etudiant, ?num etudiant, ?matricule salarie
            """),
        new(PersonalKind.Company, "French", "?editeur, ?maison edition"),
    ];
}
