using System.Collections.Frozen;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Planning;

/// <summary>Columns that single nobody out alone but may do so together: year of birth, postal code, gender.</summary>
public static class QuasiIdentifiers
{
    // Their result is the same for every row: nothing can be told apart by it.
    private static readonly FrozenSet<string> Levelling = new[] { "null", "constant", "redact", "empty" }.ToFrozenSet();

    private static readonly FrozenSet<string> Words = new[]
    {
        "age", "alter", "beruf", "birthday", "birthdate", "birthplace", "cidade", "city", "ciudad", "country", "cp", "department", "dob", "education", "edad", "geburtsdatum",
        "gender", "geschlecht", "job", "land", "nationality", "naissance", "nacimiento", "occupation", "ort", "pays", "plz", "postcode", "postleitzahl", "profession", "race",
        "region", "religion", "salutation", "sex", "sexe", "sexo", "stadt", "town", "ville", "zip", "zipcode",
    }.ToFrozenSet();

    private static readonly string[] Parts = ["birth", "ethnic", "geburts", "marital", "national", "postal", "postcode", "zip_code"];

    /// <summary>True when the column's kind or name says so and its values may still differ.</summary>
    public static bool IsLikely(ColumnPlan column)
    {
        if (column.Action is ColumnAction.Empty || (column.Strategy is { } strategy && Levelling.Contains(strategy.Name))) return false;
        return column.Kind is { } kind ? PersonalKinds.Of(kind).IsQuasi : Says(column.Column.Name);
    }

    private static bool Says(string column)
    {
        var name = string.Join('_', NameParts.Of(column));
        if (name.EndsWith("_id", StringComparison.Ordinal)) return false;
        return name.Split('_').Any(Words.Contains) || Parts.Any(part => name.Contains(part, StringComparison.Ordinal));
    }
}
