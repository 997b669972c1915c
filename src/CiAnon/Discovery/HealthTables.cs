using System.Collections.Frozen;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery;

/// <summary>Tables whose rows tell of somebody's health, whatever their columns are called.</summary>
internal static class HealthTables
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal,
        "medical", "health", "diagnosis", "diagnoses", "condition", "allergy", "allergies", "prescription", "medication", "vaccination", "immunization", "symptom", "treatment", "vital", "vitals", "lab", "clinical", "disability",
        "diagnose", "diagnosen", "befund", "befunde", "allergie", "allergien", "rezept", "medikation", "anamnese", "impfung", "impfungen", "behandlung", "behandlungen", "krankmeldung", "krankmeldungen",
        "sante", "diagnostic", "ordonnance", "traitement", "antecedent", "antecedents", "salud", "diagnostico", "receta", "recetas", "alergia", "alergias", "saude", "medica", "medico", "prontuario", "exame",
        "salute", "ziekmelding", "ziekmeldingen", "verzuim", "ziekteverzuim", "krankheit", "krankheiten", "diagnosi", "terapia", "terapie", "ricetta", "gezondheid", "medisch", "recept", "recepten", "zdrowie", "diagnoza", "recepta", "recepty", "leczenie", "halsa", "diagnoser", "lakemedel");

    public static bool Contains(string table) => NameParts.Of(table).Any(word => NameContext.Speaks(Words, word));
}
