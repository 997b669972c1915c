using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Benchmarks;

/// <summary>Every strategy with values of the kind that it is made for.</summary>
internal static class StrategyCases
{
    private static readonly ColumnType Text = new("text", TypeKind.Text, "text");
    private static readonly ColumnType Integer = new("integer", TypeKind.Integer, "int4");
    private static readonly ColumnType Numeric = new("numeric(12,2)", TypeKind.Decimal, "numeric", Precision: 12, Scale: 2);
    private static readonly ColumnType Degrees = new("numeric(9,6)", TypeKind.Decimal, "numeric", Precision: 9, Scale: 6);
    private static readonly ColumnType Date = new("date", TypeKind.Date, "date");

    public static readonly IReadOnlyList<string> Moods = ["happy", "calm", "sad", "so-so"];

    // Their results are no function of one row, or aren't ours.
    private static readonly string[] NoMask = ["keep", "null", "shuffle", "sql", "command", "plugin"];

    public static readonly IReadOnlyDictionary<string, StrategyCase> All = new Dictionary<string, (string Strategy, ColumnType Type, Func<long, string> Value, string Options)>
    {
        ["hash"] = ("hash", Text, id => $"CUST-{id:000000}", ""),
        ["email"] = ("email", Text, Address, ""),
        ["phone"] = ("phone", Text, Phone, ""),
        ["phone, keep"] = ("phone", Text, Phone, "format=keep"),
        ["first_name"] = ("first_name", Text, First, ""),
        ["last_name"] = ("last_name", Text, Last, ""),
        ["name"] = ("name", Text, Name, ""),
        ["address"] = ("address", Text, id => $"Lange Gasse {id % 200}, 12{id % 1000:000} Dorf", ""),
        ["city"] = ("city", Text, id => "Stadt " + id % 9000, ""),
        ["company"] = ("company", Text, id => $"{Last(id)} & Söhne GmbH", ""),
        ["job"] = ("job", Text, id => "Werk " + id % 90, ""),
        ["domain"] = ("domain", Text, id => $"mail.firma{id % 9000}.org", ""),
        ["username"] = ("username", Text, id => $"{First(id)}.{Last(id)}{id}", ""),
        ["text"] = ("text", Text, Prose, ""),
        ["free_text"] = ("free_text", Text, id => Tickets.Of((int)id, StrategyCase.Customers), ""),
        ["digits"] = ("digits", Text, id => $"{100 + id % 800}-{id * 3 % 100:00}-{id * 7 % 10_000:0000}", ""),
        ["digits, integer"] = ("digits", Integer, Number, ""),
        ["permute, sequence"] = ("permute", Integer, Number, "between=[\"0\",\"999999\"]"),
        ["permute, integer"] = ("permute", Integer, Number, ""),
        ["permute, uuid"] = ("permute", new("uuid", TypeKind.Uuid, "uuid"), id => $"{id * 2654435761 % 4294967296:x8}-5f3a-4c1d-8b2e-{id:x12}", ""),
        ["noise, integer"] = ("noise", Integer, Number, "range=10%"),
        ["noise, numeric"] = ("noise", Numeric, Amount, "range=10%"),
        ["noise, date"] = ("noise", Date, Day, "range=90 days"),
        ["date"] = ("date", Date, Day, "truncate=month"),
        ["random, integer"] = ("random", Integer, Number, "between=[\"1\",\"100000\"]"),
        ["random, numeric"] = ("random", Numeric, Amount, "between=[\"1.00\",\"9999.99\"]"),
        ["bucket, integer"] = ("bucket", Integer, Number, "size=10"),
        ["bucket, numeric"] = ("bucket", Numeric, Amount, "size=0.5"),
        ["bucket, date"] = ("bucket", Date, Day, "size=quarter"),
        ["national_id"] = ("national_id", Text, id => $"{100 + id % 500}-{1 + id % 98:00}-{1 + id * 7 % 9998:0000}", "id=us_ssn"),
        ["iban"] = ("iban", Text, id => $"DE{10 + id % 80}37040044{id:0000000000}", ""),
        ["card"] = ("card", Text, id => $"4111 1111 {id % 10_000:0000} {id * 7 % 10_000:0000}", ""),
        ["coordinates"] = ("coordinates", Degrees, id => $"{47 + id % 8}.{id * 7919 % 1_000_000:000000}", "radius=5 km"),
        ["ip"] = ("ip", Text, id => $"93.{id % 256}.{id * 3 % 256}.{id * 7 % 256}", ""),
        ["mac"] = ("mac", Text, id => $"3c:22:fb:{id % 256:x2}:{id * 3 % 256:x2}:{id * 7 % 256:x2}", ""),
        ["url"] = ("url", Text, id => $"https://shop.mail{id % 90}.org/customers/{id}?ref=mail&page={id % 9}", ""),
        ["user_agent"] = ("user_agent", Text, id => $"Mozilla/5.0 (X11; Linux x86_64; rv:{id % 130}.0) Gecko/20100101 Firefox/{id % 130}.0", ""),
        ["token"] = ("token", Text, id => $"sk_{id * 2654435761 % 4294967296:x8}{id:x24}", ""),
        ["mask"] = ("mask", Text, Name, "first=1"),
        ["string"] = ("string", Text, Name, ""),
        ["pattern"] = ("pattern", Text, Number, "pattern=[A-Z]{3}-[1,9999]-\\d{2,4}"),
        ["template"] = ("template", Text, Name, "text=a person of ours"),
        ["choice"] = ("choice", Text, Name, "values=[\"a\",\"b\",\"c\",\"d\"]"),
        ["enum"] = ("enum", new("mood", TypeKind.Enum, "mood"), id => Moods[(int)(id % 4)], ""),
        ["shift"] = ("shift", Date, Day, "range=90 days"),
        ["person, name"] = ("person", Text, Name, "part=name;by=id"),
        ["person, email"] = ("person", Text, Address, "part=email;by=id"),
        ["address, city"] = ("address", Text, id => "Stadt " + id % 9000, "part=city;by=id"),
        ["encrypt, text"] = ("encrypt", Text, Name, ""),
        ["encrypt, digits"] = ("encrypt", Text, id => $"{4000 + id % 1000} {id * 7 % 10_000:0000} {id * 3 % 10_000:0000} {id % 10_000:0000}", "alphabet=digits"),
        ["encrypt, integer"] = ("encrypt", Integer, Number, ""),
        ["password"] = ("password", Text, id => $"$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0j{id % 1_000_000:000000}", ""),
        ["blob"] = ("blob", new("bytea", TypeKind.Binary, "bytea"), id => $"\\x89504e470d0a{id:x60}", ""),
        ["constant"] = ("constant", Text, Name, "value=x"),
        ["redact"] = ("redact", Text, Name, ""),
        ["empty"] = ("empty", Text, Name, ""),
        ["array"] = ("array", new("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text), id => $"{{\"{Name(id)}\",{Last(id)},\"{Name(id + 1)}\"}}", "each={\"strategy\":\"name\",\"options\":{}}"),
        ["hstore"] = ("hstore", new("hstore", TypeKind.Other, "hstore"), id => $"\"name\"=>\"{Name(id)}\", \"mail\"=>\"{Address(id)}\"",
            "keys=[{\"path\":\"mail\",\"strategy\":\"email\",\"options\":{}},{\"path\":\"*\",\"strategy\":\"name\",\"options\":{}}]"),
        ["composite"] = ("composite", new("row", TypeKind.Other, "row"), id => $"({id},\"{Name(id)}\",{Address(id)})",
            "fields=[{\"path\":\"1\",\"strategy\":\"hash\",\"options\":{}},{\"path\":\"*\",\"strategy\":\"name\",\"options\":{}}]"),
        ["xml"] = ("xml", new("xml", TypeKind.Other, "xml"), id => $"<customer id=\"{id}\"><name>{Name(id)}</name><mail>{Address(id)}</mail></customer>",
            "paths=[{\"path\":\"//mail\",\"strategy\":\"email\",\"options\":{}},{\"path\":\"//name\",\"strategy\":\"name\",\"options\":{}}];unlisted=keep"),
        ["json"] = ("json", new("jsonb", TypeKind.Json, "jsonb"), Profile,
            "paths=[{\"path\":\"$.contact.email\",\"strategy\":\"email\",\"options\":{}},{\"path\":\"$.contact.phone\",\"strategy\":\"phone\",\"options\":{}}];unlisted=keep"),
    }.ToDictionary(pair => pair.Key, pair => new StrategyCase(pair.Value.Strategy, pair.Value.Type, pair.Value.Value, pair.Value.Options));

    /// <summary>Strategies that nobody measures; none, or the benchmark refuses to run.</summary>
    public static IReadOnlyList<string> Missing => [.. StrategyRegistry.All.Select(strategy => strategy.Name).Except(NoMask).Except(All.Values.Select(one => one.Strategy))];

    private static string First(long id) => new[] { "Anna", "Bernd", "Élise", "Jürgen", "Michael", "Patricia" }[id % 6];

    private static string Last(long id) => new[] { "Müller", "Schmidt", "Johnson", "van der Berg", "Garcia" }[id * 7 % 5];

    private static string Name(long id) => $"{First(id)} {Last(id)}";

    private static string Address(long id) => $"customer.{id}@mail{id % 12}.example.org";

    private static string Phone(long id) => $"+49 {150 + id % 40} {id * 7919 % 10_000_000:0000000}";

    private static string Number(long id) => $"{id * 7919 % 1_000_000}";

    private static string Amount(long id) => $"{id * 7919 % 100_000}.{id % 100:00}";

    private static string Day(long id) => $"{1940 + id % 60}-{1 + id % 12:00}-{1 + id % 28:00}";

    private static string Prose(long id) => $"The parcel {id} of {Name(id)} was left with the neighbour; please call before you come again.";

    private static string Profile(long id) =>
        $"{{\"contact\": {{\"email\": \"{Address(id)}\", \"phone\": \"{Phone(id)}\"}}, \"locale\": \"de_DE\", \"loyalty\": {{\"tier\": \"gold\", \"points\": {id % 20_000}}}}}";
}
