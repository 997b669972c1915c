namespace CiAnon.Strategies;

/// <summary>A kind of personal data as data: policy, report, docs and checks say the same of it.</summary>
/// <param name="Name">As written in policies and reports: <c>national-id</c>.</param>
/// <param name="Title">For people: <c>national id</c>.</param>
/// <param name="Summary">What belongs to it.</param>
/// <param name="IsDirect">One value is enough to find the person: originals must not survive anywhere.</param>
/// <param name="IsQuasi">Together with others it singles a person out.</param>
/// <param name="IsSpecial">A special category of GDPR Art. 9.</param>
public sealed record PersonalKindDefinition(PersonalKind Kind, string Name, string Title, string Summary, bool IsDirect = false, bool IsQuasi = false, bool IsSpecial = false);

/// <summary>Every kind of personal data that CiAnon knows.</summary>
public static class PersonalKinds
{
    public static IReadOnlyList<PersonalKindDefinition> All { get; } =
    [
        new(PersonalKind.Email, "email", "e-mail address", "an address that reaches one person or role", IsDirect: true),
        new(PersonalKind.Phone, "phone", "phone number", "landline, mobile and fax numbers", IsDirect: true),
        new(PersonalKind.Name, "name", "full name", "first and last name in one value", IsDirect: true),
        new(PersonalKind.FirstName, "first-name", "first name", "a given name"),
        new(PersonalKind.LastName, "last-name", "last name", "a family name"),
        new(PersonalKind.Username, "username", "user name", "logins, handles, nicknames", IsDirect: true),
        new(PersonalKind.Address, "address", "postal address", "street and number, or a whole address", IsDirect: true),
        new(PersonalKind.City, "city", "city", "town or city", IsQuasi: true),
        new(PersonalKind.PostalCode, "postal-code", "postal code", "ZIP and postal codes", IsQuasi: true),
        new(PersonalKind.Location, "location", "coordinates", "latitude, longitude, points on a map", IsQuasi: true),
        new(PersonalKind.NationalId, "national-id", "national id", "social security, tax, identity card, passport and driving licence numbers", IsDirect: true),
        new(PersonalKind.Account, "account", "bank account", "IBAN and other account numbers", IsDirect: true),
        new(PersonalKind.Card, "card", "payment card", "credit and debit card numbers", IsDirect: true),
        new(PersonalKind.Token, "token", "token or secret", "passwords and their hashes, API keys, session ids, private keys", IsDirect: true),
        new(PersonalKind.Ip, "ip", "IP address", "IPv4 and IPv6 addresses", IsDirect: true),
        new(PersonalKind.Device, "device", "device id", "MAC addresses, IMEI, advertising ids, user agents"),
        new(PersonalKind.BirthDate, "birth-date", "date of birth", "dates, years and ages", IsQuasi: true),
        new(PersonalKind.Gender, "gender", "gender", "gender, sex, salutation", IsQuasi: true),
        new(PersonalKind.Company, "company", "company", "employer or company name", IsQuasi: true),
        new(PersonalKind.Income, "income", "income", "salaries, balances, prices that a person pays"),
        new(PersonalKind.Special, "special", "special category", "health, religion, ethnicity, politics, unions, sexuality, biometrics, convictions", IsSpecial: true),
        new(PersonalKind.FreeText, "free-text", "free text", "notes, messages, documents: anybody may have typed anything"),
        new(PersonalKind.RecordNumber, "record-number", "record number", "numbers of a patient, customer, member or employee, of an invoice, order or case: pseudonyms to whoever lacks the list", IsDirect: true),
    ];

    private static readonly PersonalKindDefinition[] ByKind = [.. All.OrderBy(definition => definition.Kind)];

    public static PersonalKindDefinition Of(PersonalKind kind) => ByKind[(int)kind];

    /// <summary>The kind of that exact name, or null.</summary>
    public static PersonalKindDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);
}
