using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>French words in names of columns.</summary>
internal static class FrenchNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "French", "courriel, adresse mail, adresse email, *courriel, adresse electronique, mel, adr mail"),
        new(PersonalKind.Phone, "French", "*telephone, numero telephone, num tel, numero tel, tel mobile, tel portable, *portable, tel fixe, telecopie, tel domicile, tel bureau, ?gsm"),
        new(PersonalKind.Name, "French", """
            nom complet, ?nom prenom, nom et prenom, nom client, nom patient, nom contact, *titulaire, nom titulaire, ?destinataire, nom salarie, nom usage affichage, ?beneficiaire, ?proprietaire, ?locataire, ?medecin, medecin traitant, ?assure, ?souscripteur, nom du client, ?interlocuteur, nom affiche
            """),
        new(PersonalKind.FirstName, "French", "*prenom, prenoms, deuxieme prenom, prenom usuel"),
        new(PersonalKind.LastName, "French", "?nom, nom famille, nom de famille, nom usage, nom d usage, nom jeune fille, nom de jeune fille, nom naissance, nom de naissance, nom marital, patronyme"),
        new(PersonalKind.Username, "French", "nom utilisateur, *nom utilisateur, ?identifiant, ?pseudo, *pseudonyme, surnom, ?utilisateur, ?identifiant connexion"),
        new(PersonalKind.Address, "French", "*adresse, rue, adresse ligne, ?voie, numero voie, nom voie, libelle voie, adresse livraison, adresse facturation, ?complement adresse, *domicile, boite postale"),
        new(PersonalKind.City, "French", "ville, *ville, ?commune, ?localite, lieu naissance, lieu de naissance, ville naissance"),
        new(PersonalKind.PostalCode, "French", "*code postal, codepostal, ?cp, cp ville, code post"),
        new(PersonalKind.Location, "French", "?coordonnees gps, coordonnees gps"),
        new(PersonalKind.NationalId, "French", """
            nir, numero securite sociale, *securite sociale, num secu, numero secu, no secu, num ss, carte identite, numero carte identite, cni, numero cni, *passeport, numero passeport, permis conduire, numero permis, permis de conduire, ?immatriculation, numero fiscal, num fiscal,
            ?siret, ?siren, ?matricule, carte vitale, numero carte vitale, ?numero etranger, titre sejour, numero assure, ?ine
            """),
        new(PersonalKind.Account, "French", "rib, numero compte, num compte, ?compte bancaire, *compte bancaire, ?code bic, ?compte"),
        new(PersonalKind.Card, "French", "carte bancaire, numero carte, num carte, *carte bancaire, carte bleue, numero cb, cryptogramme"),
        new(PersonalKind.Token, "French", "*mot de passe, motdepasse, mdp, mot passe, ?jeton, *jeton, cle api, cle privee, ?code secret, question secrete, reponse secrete"),
        new(PersonalKind.Ip, "French", "adresse ip, *adresse ip"),
        new(PersonalKind.Device, "French", "adresse mac, ?navigateur, ?numero serie"),
        new(PersonalKind.BirthDate, "French", "*naissance, date naissance, date de naissance, ne le, nee le, annee naissance, ?age, date deces, date de deces, *deces, dt naiss, date naiss"),
        new(PersonalKind.Gender, "French", "?sexe, sexe, *civilite, ?genre, civ"),
        new(PersonalKind.Company, "French", "*entreprise, raison sociale, ?societe, nom societe, *employeur, nom entreprise, etablissement"),
        new(PersonalKind.Income, "French", "*salaire, revenu, revenus, remuneration, ?solde, ?traitement mensuel, salaire brut, ?prime, ?loyer"),
        new(PersonalKind.Special, "French", """
            *diagnostic, groupe sanguin, *allergie, *maladie, arret maladie, *handicap, ?traitement, *medicament, ?sante, ?antecedents, antecedents medicaux, situation familiale, situation matrimoniale, etat civil, *nationalite, *ethnique, origine ethnique, orientation sexuelle, *grossesse,
            enceinte, *syndicat, *vaccin, *religieu, ?confession, ?ordonnance, *pathologie, casier judiciaire, ?poids kg, ?tension arterielle
            """),
        new(PersonalKind.FreeText, "French", "?*commentaire, ?commentaires, ?*remarque, ?remarques, ?observations, ?libre, ?texte, ?contenu, ?sujet, ?objet, ?*notes libres, ?motif, ?compte rendu, ?avis, ?precisions"),
    ];
}
