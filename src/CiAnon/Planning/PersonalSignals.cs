using System.Collections.Frozen;

namespace CiAnon.Planning;

/// <summary>Column names that speak of persons, whatever the column's type. Several languages; errs on the side of asking.</summary>
public static class PersonalSignals
{
    // Compared with whole words of the name: short, or common inside other words.
    private static readonly FrozenSet<string> Words = new[]
    {
        "age", "alter", "bic", "blood", "card", "cc", "cell", "cvc", "cvv", "dni", "dob", "fax", "geo", "iban", "ip", "lat", "lng", "lon", "long",
        "mail", "mac", "name", "nif", "nin", "nir", "pan", "pesel", "pin", "plate", "plz", "pwd", "race", "religion",
        "secret", "sex", "sin", "ssn", "tel", "token", "vat", "wage", "zip", "lohn", "ort", "ville", "cp",
    }.ToFrozenSet();

    // Found anywhere in the name.
    private static readonly string[] Parts =
    [
        "address", "adresse", "birth", "geburt", "naissance", "nacimiento", "diagnos", "disab", "email", "ethnic", "firstname", "gender",
        "geschlecht", "health", "income", "lastname", "latitude", "licence", "license", "longitude", "mobile", "national_id", "nationality",
        "gehalt", "kontostand", "monatslohn", "passport", "passwd", "password", "phone", "postal", "postcode", "kontonummer", "strasse", "street", "surname", "tax_id", "taxid",
        "salaire", "salary", "stundenlohn", "sueldo", "telefon", "username", "vorname", "nachname", "prenom", "apellido", "credit_card", "creditcard", "social_security",
    ];

    // tel2 and zip5 are tel and zip.
    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>True when the name looks personal: <c>dateOfBirth</c>, <c>home_phone</c>, <c>ssn</c>.</summary>
    public static bool In(string column)
    {
        var name = Snake(column);
        // A surrogate key of something personal is not itself personal: address_id, phone_id.
        if (name.EndsWith("_id", StringComparison.Ordinal) && !name.EndsWith("national_id", StringComparison.Ordinal) && !name.EndsWith("tax_id", StringComparison.Ordinal)
            && !name.EndsWith("passport_id", StringComparison.Ordinal))
            return false;
        return name.Split('_').Any(word => Words.Contains(word.TrimEnd(Digits))) || Parts.Any(part => name.Contains(part, StringComparison.Ordinal));
    }

    internal static string Snake(string name)
    {
        var text = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1])) text.Append('_');
            text.Append(name[i] is ' ' or '-' or '.' ? '_' : char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
