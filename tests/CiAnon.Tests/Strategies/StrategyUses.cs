using CiAnon.Catalogs;

namespace CiAnon.Tests.Strategies;

/// <summary>A use of every strategy, and values for it.</summary>
public static class StrategyUses
{
    public const int Seed = 20261120;

    /// <summary>A strategy with options and a type that it can be applied to.</summary>
    public static TheoryData<string, string, string> All => new()
    {
        { "empty", "", "text" },
        { "constant", "value=7", "text" },
        { "redact", "", "text" },
        { "hash", "", "text" },
        { "hash", "length=64", "text" },
        { "hash", "", "uuid" },
        { "email", "", "text" },
        { "email", "fold_case=true", "text" },
        { "phone", "", "text" },
        { "phone", "format=e164;country=keep", "phone" },
        { "phone", "format=national", "text" },
        { "phone", "format=keep", "phone" },
        { "phone", "format=keep", "bigint" },
        { "first_name", "", "text" },
        { "last_name", "", "text" },
        { "name", "", "text" },
        { "address", "", "text" },
        { "address", "part=full;by=id", "text" },
        { "address", "part=postal_code;by=id", "text" },
        { "address", "part=region", "text" },
        { "address", "preserve_fields=[\"city\",\"country\"]", "address" },
        { "city", "", "text" },
        { "company", "", "text" },
        { "job", "", "text" },
        { "text", "", "text" },
        { "free_text", "", "text" },
        { "free_text", "kinds=[\"email\"]", "phone" },
        { "noise", "range=90 days", "date" },
        { "noise", "range=36 hours", "timestamp" },
        { "noise", "range=10%", "integer" },
        { "noise", "range=500", "bigint" },
        { "noise", "range=10%", "numeric" },
        { "noise", "range=10%", "double" },
        { "noise", "epsilon=0.5;sensitivity=100", "integer" },
        { "noise", "epsilon=1;sensitivity=0.5", "numeric" },
        { "noise", "epsilon=1;sensitivity=2", "double" },
        { "date", "truncate=month", "date" },
        { "date", "truncate=year", "timestamp" },
        { "date", "from=1950-01-01;to=2000-12-31", "date" },
        { "date", "from=1950-01-01;to=2000-12-31", "timestamp" },
        { "date", "ages=[\"0\",\"18\",\"30\",\"65\"];on=2026-01-01", "date" },
        { "digits", "", "phone" },
        { "digits", "", "integer" },
        { "permute", "", "integer" },
        { "permute", "", "uuid" },
        { "encrypt", "", "text" },
        { "encrypt", "", "card number" },
        { "encrypt", "", "integer" },
        { "encrypt", "", "bytea" },
        { "encrypt", "alphabet=digits", "card" },
        { "encrypt", "alphabet=alphanumeric", "iban" },
        { "username", "", "text" },
        { "template", "text=a person of ours", "text" },
        { "pattern", "pattern=[A-Z]{3}-[1,9999]-\\d{2,4}", "text" },
        { "pattern", "pattern={first_name}.{last_name}@x.example", "text" },
        { "string", "", "text" },
        { "string", "length=12", "text" },
        { "mask", "first=2", "text" },
        { "mask", "last=4;delimiters=mask;character=•", "phone" },
        { "mask", "redact_last=4;character=x", "phone" },
        { "choice", "values=[\"a\",\"b\",\"c\",\"d\"]", "text" },
        { "enum", "", "mood" },
        { "random", "between=[\"1\",\"1000\"]", "integer" },
        { "random", "between=[\"0.00\",\"9.99\"]", "numeric" },
        { "random", "between=[\"1950-01-01\",\"2000-12-31\"]", "date" },
        { "random", "between=[\"1950-01-01 00:00:00\",\"2000-12-31 12:00:00\"]", "timestamp" },
        { "bucket", "size=10", "integer" },
        { "bucket", "size=0.5", "numeric" },
        { "bucket", "size=week", "date" },
        { "bucket", "size=decade", "timestamp" },
        { "bucket", "bounds=[\"0\",\"18\",\"65\"];labels=[\"child\",\"adult\",\"old\"]", "number" },
        { "shift", "range=90 days", "date" },
        { "shift", "range=36 hours", "timestamp" },
        { "iban", "", "iban" },
        { "iban", "part=bic", "bic" },
        { "card", "", "card" },
        { "card", "keep_bin=true;keep_last=true", "card" },
        { "card", "", "card number" },
        { "coordinates", "radius=5 km", "latitude" },
        { "coordinates", "radius=500 m;axis=longitude", "latitude" },
        { "coordinates", "radius=500 m", "place" },
        { "coordinates", "radius=20 km", "point" },
        { "coordinates", "radius=500 m", "geometry" },
        { "ip", "", "ip" },
        { "ip", "keep_prefix=16;keep_prefix6=48", "inet" },
        { "ip", "keep_prefix=24", "cidr" },
        { "mac", "", "mac" },
        { "mac", "keep_vendor=true", "macaddr" },
        { "url", "", "url" },
        { "url", "host=keep;path=drop", "url" },
        { "domain", "", "text" },
        { "user_agent", "", "text" },
        { "token", "", "text" },
        { "token", "", "phone" },
        { "password", "", "password" },
        { "password", "scheme=argon2id;password=let me in", "text" },
        { "blob", "", "bytea" },
        { "blob", "content=png", "bytea" },
        { "person", "part=email;by=id", "text" },
        { "person", "part=initials;by=id", "text" },
        { "national_id", "id=us_ssn", "phone" },
        { "national_id", "id=es_nie", "text" },
        { "national_id", "id=it_codice_fiscale", "text" },
        { "json", "paths=[{\"path\":\"$.a\",\"strategy\":\"hash\",\"options\":{}},{\"path\":\"$..b\",\"delete\":true}]", "jsonb" },
        { "hstore", "keys=[{\"path\":\"a\",\"strategy\":\"hash\",\"options\":{}},{\"path\":\"*\",\"strategy\":\"first_name\",\"options\":{}}]", "hstore" },
        { "composite", "fields=[{\"path\":\"1\",\"strategy\":\"hash\",\"options\":{}},{\"path\":\"*\",\"strategy\":\"first_name\",\"options\":{}}]", "row" },
        { "xml", "paths=[{\"path\":\"//b\",\"strategy\":\"hash\",\"options\":{}},{\"path\":\"/a\",\"strategy\":\"first_name\",\"options\":{}}]", "xml" },
        { "array", "each={\"strategy\":\"first_name\",\"options\":{}}", "array" },
        { "array", "each={\"strategy\":\"noise\",\"options\":{\"range\":\"30 days\"}}", "daterange" },
    };

    public static ColumnType TypeOf(string type) => type switch
    {
        "integer" => StrategyRun.Integer,
        "bigint" => StrategyRun.Bigint,
        "numeric" => StrategyRun.Numeric,
        "double" => StrategyRun.Double,
        "date" => StrategyRun.Date,
        "timestamp" => StrategyRun.Timestamp,
        "uuid" => StrategyRun.Uuid,
        "mood" => StrategyRun.Mood,
        "card number" => StrategyRun.Bigint,
        "latitude" => StrategyRun.Double,
        "point" => new("point", TypeKind.Other, "point"),
        "inet" or "cidr" or "macaddr" => new(type, TypeKind.Network, type),
        "jsonb" => new("jsonb", TypeKind.Json, "jsonb"),
        "geometry" => new("geometry(Point,4326)", TypeKind.Other, "geometry"),
        "hstore" or "xml" or "row" or "daterange" => new(type, TypeKind.Other, type),
        "array" => new("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text),
        "bytea" => new("bytea", TypeKind.Binary, "bytea"),
        _ => StrategyRun.Text,
    };

    public static string AnyValue(Random random, string type) => type switch
    {
        "integer" => random.Next(int.MinValue, int.MaxValue).ToString(),
        "bigint" => (random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60)).ToString(),
        "numeric" => (random.Next(-1_000_000, 1_000_000) / 100m).ToString("0.00"),
        "double" => (random.NextDouble() * Math.Pow(10, random.Next(-30, 30))).ToString("R"),
        "date" => AnyDay(random).ToString("yyyy-MM-dd"),
        "timestamp" => AnyDay(random).AddSeconds(random.Next(86400)).ToString("yyyy-MM-dd HH:mm:ss") + ".25+02",
        "uuid" => AnyUuid(random).ToString(),
        "mood" => StrategyRun.Moods[random.Next(4)],
        "jsonb" => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["a"] = StrategyRun.AnyText(random, 20), ["b"] = random.Next(), ["c"] = new[] { new { b = 1 } } }),
        "hstore" => $"\"a\"=>\"{random.Next()}\", \"b\"=>NULL, \"c {random.Next(9)}\"=>\"x\\\"{random.Next()}\"",
        "row" => $"({random.Next()},\"Anna, \"\"{random.Next()}\",,\"\")",
        "xml" => $"<a x=\"{random.Next()}\">Anna {random.Next()}<b>x &amp; {random.Next()}</b></a>",
        "array" => $"{{{string.Join(',', Enumerable.Range(0, 3).Select(_ => "\"" + StrategyRun.AnyText(random, 9) + "\""))}}}",
        "daterange" => $"[{AnyDay(random):yyyy-MM-dd},{(random.Next(4) == 0 ? "" : "9999-01-01")})",
        "number" => random.Next(-1000, 100_000).ToString(),
        "iban" => $"DE{random.Next(100):00} {random.Next(10_000):0000} {random.Next(10_000):0000} {random.Next(10_000):0000} {random.Next(10_000):0000} {random.Next(100):00}",
        "bic" => $"{(char)('A' + random.Next(26))}ANKDE{random.Next(10)}{(char)('A' + random.Next(26))}{(random.Next(2) == 0 ? "XXX" : $"{random.Next(1000):000}")}"[..(random.Next(2) == 0 ? 8 : 11)],
        "card" => $"{random.Next(4000, 6000)}-{random.Next(10_000):0000}-{random.Next(10_000):0000}-{random.Next(10_000):0000}",
        "card number" => random.NextInt64(4_000_000_000_000_000, 6_000_000_000_000_000).ToString(),
        "latitude" => ((random.NextDouble() * 180) - 90).ToString("0.######"),
        "place" => $"{(random.NextDouble() * 180) - 90:0.####}, {(random.NextDouble() * 360) - 180:0.####}",
        "point" => $"({(random.NextDouble() * 360) - 180:0.####},{(random.NextDouble() * 180) - 90:0.####})",
        "geometry" => "0101000020E6100000" + Convert.ToHexString(BitConverter.GetBytes((random.NextDouble() * 360) - 180)) + Convert.ToHexString(BitConverter.GetBytes((random.NextDouble() * 180) - 90)),
        "ip" or "inet" => AnyIp(random) + (random.Next(4) == 0 ? "/28" : ""),
        "cidr" => $"{random.Next(256)}.{random.Next(256)}.{random.Next(256)}.0/24",
        "mac" or "macaddr" => string.Join(':', Enumerable.Range(0, 6).Select(_ => random.Next(256).ToString("x2"))),
        "url" => $"https://{StrategyRun.AnyText(random, 8).Replace('/', 'x')}.example/{random.Next()}/{random.Next()}?q={random.Next()}&p",
        "password" => random.Next(6) switch
        {
            0 => "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
            1 => "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo",
            2 => "pbkdf2_sha256$600000$salt$4L6zHWhYaV3cW0A1mZ8pGqfAqkH1MbYdgAf3XqFhY0k=",
            3 => "!" + random.Next(),
            4 => "scrypt$16384$" + random.Next() + "$8$5$aGFzaA==",
            _ => "AQAAAAIAAYagAAAAEL9Q" + random.Next(),
        },
        "bytea" => (random.Next(3) switch { 0 => "\\x89504e470d0a", 1 => "\\x255044462d", _ => "\\x" }) + Convert.ToHexStringLower(AnyUuid(random).ToByteArray().AsSpan(0, random.Next(1, 16))),
        "address" => random.Next(3) switch
        {
            0 => $"{random.Next(1, 999)} Main St, Springfield, IL {random.Next(10_000, 99_999)}",
            1 => $"Allee {random.Next(1, 99)}, {random.Next(10_000, 99_999)} Ulm, Germany",
            _ => $"Rose Cottage {random.Next()}",
        },
        "phone" => random.Next(4) switch
        {
            0 => $"+{random.NextInt64(10_000, 999_999_999_999)}",
            1 => $"0{random.Next(10, 99_999_999)}",
            2 => $"0049 {random.Next(0, 999)}/{random.Next(10_000, 99_999)}",
            _ => $"({random.Next(200, 999)}) {random.Next(100, 999)}-{random.Next(1000, 9999)}",
        },
        _ => StrategyRun.AnyText(random, 60),
    };

    private static string AnyIp(Random random)
    {
        var bytes = new byte[random.Next(3) == 0 ? 16 : 4];
        random.NextBytes(bytes);
        return new System.Net.IPAddress(bytes).ToString();
    }

    private static DateTime AnyDay(Random random) => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(45_000));

    private static Guid AnyUuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
