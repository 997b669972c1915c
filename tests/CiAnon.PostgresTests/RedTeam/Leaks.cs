namespace CiAnon.PostgresTests.RedTeam;

/// <summary>The ways. Every value of a person contains <see cref="Canary"/> or belongs to person 7 of <see cref="People"/>.</summary>
internal static class Leaks
{
    public const string Canary = "lindqvist";

    /// <summary>A hundred people; the leaks repeat what belongs to number 7.</summary>
    public const string People = """
        CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL, first_name text, last_name text, full_name text, phone text,
          ssn text, iban text, card text, login text, street text, last_ip text);
        INSERT INTO people SELECT i, 'anna' || i || '.lindqvist@nordpost.se', (ARRAY['Anna','Bertil','Cecilia','Doris'])[1 + i % 4],
          'Lindqvist' || chr(97 + i % 26) || chr(97 + i / 26), 'Annabel Lindqvist' || chr(97 + i % 26) || chr(97 + i / 26),
          '+46 70 ' || 4000000 + i * 7919, 200 + i || '-45-' || 6000 + i, 'SE45 5000 0000 0583 9825 ' || 7000 + i, '4539 1488 0343 ' || 6000 + i,
          'annalind' || 1000 + i, 'Storgatan ' || i || ' B', '81.230.17.' || i
          FROM generate_series(1, 100) i;
        """;

    public const string PeopleRules =
        "people: { columns: { email: email, first_name: first_name, last_name: last_name, full_name: name, phone: phone, ssn: digits, iban: digits, "
        + "card: digits, login: hash, street: address, last_ip: hash } }";

    public static IReadOnlyList<Leak> All { get; } =
    [
        // Copies in other columns and tables.
        Copy("another table that was kept as a whole", "CREATE TABLE log (line text); INSERT INTO log SELECT 'sent to ' || email FROM people", "line", "email"),
        new("a table that nobody listed, and unlisted: keep", "CREATE TABLE old_people AS SELECT id, email AS contact FROM people", "",
            "residual", "public.old_people.contact", "email") { Policy = "unlisted: keep\n" },
        new("a partition that nobody attached", """
            CREATE TABLE mails (id int, address text) PARTITION BY RANGE (id); CREATE TABLE mails_1 PARTITION OF mails FOR VALUES FROM (0) TO (50);
            CREATE TABLE mails_2 (id int, address text); INSERT INTO mails SELECT id, email FROM people WHERE id < 50; INSERT INTO mails_2 SELECT id, email FROM people
            """, "mails: { columns: { address: email } }, mails_2: { keep: all }", "residual", "public.mails_2.address", "email"),
        Copy("upper case", "CREATE TABLE log (line text); INSERT INTO log SELECT upper(email) FROM people WHERE id = 7", "line", "email"),
        Copy("a phone number written otherwise", "CREATE TABLE log (line text); INSERT INTO log SELECT 'call 0046-70-' || substr(phone, 8) FROM people WHERE id = 7", "line", "phone"),
        Copy("a phone number in its national form", "CREATE TABLE log (line text); INSERT INTO log SELECT '070/' || substr(phone, 8) FROM people WHERE id = 7", "line", "phone"),
        Copy("a phone number as a number", "CREATE TABLE log (line bigint); INSERT INTO log SELECT ('4670' || substr(phone, 8))::bigint FROM people WHERE id = 7", "line", "phone"),
        Copy("a national id without its dashes", "CREATE TABLE log (line text); INSERT INTO log SELECT replace(ssn, '-', '') FROM people WHERE id = 7", "line", "national-id"),
        Copy("an account number without its spaces", "CREATE TABLE log (line text); INSERT INTO log SELECT lower(replace(iban, ' ', '')) FROM people WHERE id = 7", "line", "account"),
        Copy("a card number with dashes", "CREATE TABLE log (line text); INSERT INTO log SELECT 'card ' || replace(card, ' ', '-') || ' declined' FROM people WHERE id = 7", "line", "card"),
        Copy("first and last name in one sentence", "CREATE TABLE log (line text); INSERT INTO log SELECT 'met ' || last_name || ', ' || first_name || ' today' FROM people WHERE id = 7", "line", "name"),
        Copy("a Japanese name of two columns within a text", "UPDATE people SET first_name = '太郎', last_name = '山田' WHERE id = 7; CREATE TABLE log (line text); INSERT INTO log SELECT 'お客様は' || last_name || first_name || 'さんです' FROM people WHERE id = 7", "line", "name"),
        Copy("a Korean name with what follows it", "UPDATE people SET first_name = '민준', last_name = '김' WHERE id = 7; CREATE TABLE log (line text); INSERT INTO log SELECT last_name || first_name || '님께서 전화' FROM people WHERE id = 7", "line", "name"),
        Copy("a Cyrillic name in a sentence", "UPDATE people SET first_name = 'Пётр', last_name = 'Квибблетон' WHERE id = 7; CREATE TABLE log (line text); INSERT INTO log SELECT 'звонил ' || last_name || ', ' || first_name || ' снова' FROM people WHERE id = 7", "line", "name"),
        Copy("a name with umlauts in a sentence", "UPDATE people SET first_name = 'Özlem', last_name = 'Özdemirella' WHERE id = 7; CREATE TABLE log (line text); INSERT INTO log SELECT 'Termin für ' || last_name || ', ' || first_name || ' gebucht' FROM people WHERE id = 7", "line", "name"),
        Copy("a full name with other spaces", "CREATE TABLE log (line text); INSERT INTO log SELECT 'Mrs ' || replace(full_name, ' ', U&'\\00A0') || ' called' FROM people WHERE id = 7", "line", "name"),
        Copy("a login in a path", "CREATE TABLE log (line text); INSERT INTO log SELECT '/home/' || login || '/.ssh' FROM people WHERE id = 7", "line", "username"),
        Copy("a street in free text", "CREATE TABLE log (line text); INSERT INTO log SELECT 'deliver to ' || upper(street) || ' please' FROM people WHERE id = 7", "line", "address"),
        Copy("an IP address of a network type", "CREATE TABLE log (line inet); INSERT INTO log SELECT last_ip::inet FROM people WHERE id = 7", "line", "ip"),
        Copy("an address's MD5 in an avatar's URL", "CREATE TABLE log (line text); INSERT INTO log SELECT 'https://avatars.example/avatar/' || md5(email) || '?s=80' FROM people WHERE id = 7", "line", "email", "MD5"),
        Copy("an address's SHA-1", "CREATE EXTENSION pgcrypto; CREATE TABLE log (line text); INSERT INTO log SELECT encode(digest(email, 'sha1'), 'hex') FROM people WHERE id = 7", "line", "email", "SHA-1"),
        Copy("an address's SHA-256 in JSON", "CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('avatar', encode(sha256(convert_to(upper(email), 'UTF8')), 'hex'), 'of', encode(sha256(convert_to(email, 'UTF8')), 'hex')) FROM people WHERE id = 7", "line", "email", "SHA-256 in $.of"),
        Copy("an address's SHA-256 as bytes", "CREATE TABLE log (line bytea); INSERT INTO log SELECT sha256(convert_to(email, 'UTF8')) FROM people WHERE id = 7", "line", "email", "SHA-256"),
        Copy("an address's local part as a slug", "CREATE TABLE log (line text); INSERT INTO log SELECT '/people/' || replace(split_part(email, '@', 1), '.', '-') || '/photo.jpg' FROM people WHERE id = 7", "line", "email", "the local part"),
        Copy("last name first between other fields", "CREATE TABLE log (line text); INSERT INTO log SELECT last_name || '|' || first_name || '|m' FROM people WHERE id = 7", "line", "name", "last name first"),
        Copy("a field between last and first name", "CREATE TABLE log (line text); INSERT INTO log SELECT upper(last_name) || '|x|' || first_name FROM people WHERE id = 7", "line", "name", "last name first in fields apart"),
        Copy("last name first without a comma", "CREATE TABLE log (line text); INSERT INTO log SELECT last_name || ' ' || first_name FROM people WHERE id = 7", "line", "name", "last name first"),
        Copy("a user name of last and first name", "CREATE TABLE log (line text); INSERT INTO log SELECT 'login ' || lower(last_name) || '.' || lower(first_name) || ' failed' FROM people WHERE id = 7", "line", "name", "last name first"),
        Copy("an initial and a last name", "CREATE TABLE log (line text); INSERT INTO log SELECT 'signed by ' || left(first_name, 1) || '. ' || last_name FROM people WHERE id = 7", "line", "name", "initial and last name"),
        Copy("a user name of initial and last name", "CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('login', lower(left(first_name, 1) || last_name)) FROM people WHERE id = 7", "line", "name", "initial and last name in $.login"),
        Copy("an address that is spelled out", "CREATE TABLE log (line text); INSERT INTO log SELECT 'write to ' || replace(replace(email, '@', ' at '), '.', ' dot ') FROM people WHERE id = 7", "line", "email", "spelled out"),
        Copy("an address with a tag", "CREATE TABLE log (line text); INSERT INTO log SELECT 'to ' || replace(email, '@', '+shop@') FROM people WHERE id = 7", "line", "email", "address without its tag"),
        Copy("a phone number behind letters", "CREATE TABLE log (line text); INSERT INTO log SELECT 'TEL004670' || substr(phone, 8) FROM people WHERE id = 7", "line", "phone", "behind letters"),
        Copy("an account without its IBAN's front", "CREATE TABLE log (line text); INSERT INTO log SELECT 'account ' || substr(replace(iban, ' ', ''), 5) FROM people WHERE id = 7", "line", "account"),
        Copy("an IP address in a host's name", "CREATE TABLE log (line text); INSERT INTO log SELECT 'ip-' || replace(last_ip, '.', '-') || '.compute.example' FROM people WHERE id = 7", "line", "ip", "host name"),
        Copy("an IP address as a number", "CREATE TABLE log (line bigint); INSERT INTO log SELECT last_ip::inet - '0.0.0.0'::inet FROM people WHERE id = 7", "line", "ip"),
        Birth("dates of birth in free text", "CREATE TABLE log (line text); INSERT INTO log SELECT 'born ' || to_char(birth_date, 'DD.MM.YYYY') || ' in Lund' FROM births WHERE id < 9", "date"),
        Birth("dates of birth in words in JSON", "CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('note', to_char(birth_date, 'FMMonth FMDDth, YYYY'), 'at', '2024-05-17') FROM births WHERE id < 9", "date in words in $.note"),

        // Containers.
        new("an audit trigger's row image", """
            CREATE TABLE audit (id int, row_data jsonb); CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit VALUES (NEW.id, to_jsonb(NEW)); RETURN NEW; END';
            CREATE TRIGGER audit AFTER UPDATE ON people FOR EACH ROW EXECUTE FUNCTION audit(); UPDATE people SET id = id WHERE id = 7
            """, "audit: { keep: all }", "residual", "public.audit.row_data", "email", "$.email"),
        Copy("JSON inside arrays", """CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('to', jsonb_build_array(jsonb_build_object('mail', email))) FROM people WHERE id = 7""", "line", "email", "$.to[*].mail"),
        Copy("JSON with escapes", """CREATE TABLE log (line json); INSERT INTO log SELECT ('{"mail": "' || replace(email, '@', '\u0040') || '"}')::json FROM people WHERE id = 7""", "line", "email", "$.mail"),
        Copy("JSON as a string inside JSON", "CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('body', jsonb_build_object('phone', phone)::text) FROM people WHERE id = 7", "line", "phone"),
        Copy("an array", "CREATE TABLE log (line text[]); INSERT INTO log SELECT array_agg(email) FROM people", "line", "email"),
        Copy("a composite", "CREATE TYPE contact AS (kind text, value text); CREATE TABLE log (line contact); INSERT INTO log SELECT ROW('m', full_name)::contact FROM people WHERE id = 7", "line", "name"),
        Copy("an array's element between letters of the others", "CREATE TABLE log (line text[]); INSERT INTO log SELECT ARRAY['abc', full_name, 'def'] FROM people WHERE id = 7", "line", "name"),
        Copy("a composite's field between letters of the others", "CREATE TYPE triple AS (a text, b text, c text); CREATE TABLE log (line triple); INSERT INTO log SELECT ROW('abc', full_name, 'def')::triple FROM people WHERE id = 7", "line", "name"),
        Copy("a lexeme between letters of the others", "CREATE TABLE log (line tsvector); INSERT INTO log SELECT array_to_tsvector(ARRAY['abc', login, 'zzz']) FROM people WHERE id = 7", "line", "username"),
        Copy("a field between letters of the others", "CREATE TABLE log (before text, line text, after text); INSERT INTO log SELECT 'abc', full_name, 'def' FROM people WHERE id = 7", "line", "name"),
        Copy("a row between letters of the others", "CREATE TABLE log (line text); INSERT INTO log VALUES ('abc'); INSERT INTO log SELECT full_name FROM people WHERE id = 7; INSERT INTO log VALUES ('def')", "line", "name"),
        Copy("hstore", "CREATE EXTENSION hstore; CREATE TABLE log (line hstore); INSERT INTO log SELECT hstore('mail', email) FROM people WHERE id = 7", "line", "email"),
        Copy("XML with entities", "CREATE TABLE log (line xml); INSERT INTO log SELECT ('<to>' || replace(email, '@', '&#64;') || '</to>')::xml FROM people WHERE id = 7", "line", "email"),
        Copy("a search vector", "CREATE TABLE log (line tsvector); INSERT INTO log SELECT to_tsvector('simple', 'from ' || full_name || ' with love') FROM people WHERE id = 7", "line", "name"),
        Copy("a query string", "CREATE TABLE log (line text); INSERT INTO log SELECT '/login?next=%2F&user=' || replace(email, '@', '%40') FROM people WHERE id = 7", "line", "email"),
        Copy("base64", "CREATE TABLE log (line text); INSERT INTO log SELECT 'Basic ' || encode(convert_to(email || ':geheim', 'UTF8'), 'base64') FROM people WHERE id = 7", "line", "email"),
        Copy("bytes", "CREATE TABLE log (line bytea); INSERT INTO log SELECT convert_to(E'\\x01\\x02' || email, 'UTF8') FROM people WHERE id = 7", "line", "email"),
        Copy("hexadecimal text", "CREATE TABLE log (line text); INSERT INTO log SELECT encode(convert_to(email, 'UTF8'), 'hex') FROM people WHERE id = 7", "line", "email"),
        Beside("a key of JSON", "CREATE TABLE log (line jsonb); INSERT INTO log SELECT jsonb_build_object('name', full_name, 'visits', jsonb_build_object(full_name, 3)) FROM people", "{ strategy: json, paths: { $.name: name }, unlisted: keep }", "$.visits.*"),
        Beside("a kept value of hstore", "CREATE EXTENSION hstore; CREATE TABLE log (line hstore); INSERT INTO log SELECT hstore(ARRAY['name', full_name, 'by', full_name]) FROM people", "{ strategy: hstore, keys: { name: name }, unlisted: keep }"),
        Beside("a kept field of rows in an array", "CREATE TYPE contact AS (who text, by text); CREATE TABLE log (line contact[]); INSERT INTO log SELECT ARRAY[ROW(full_name, full_name)::contact] FROM people", "{ strategy: array, each: { strategy: composite, fields: { 1: name }, unlisted: keep } }"),
        new("a large object", "SELECT lo_from_bytea(0, convert_to('dear ' || email, 'UTF8')) FROM people WHERE id = 7", "", "residual", "large objects", "email") { Policy = "large_objects: keep\n" },
        new("a large object between two that end and begin with letters", "SELECT lo_from_bytea(900001, 'abc'); SELECT lo_from_bytea(900002, convert_to(full_name, 'UTF8')) FROM people WHERE id = 7; SELECT lo_from_bytea(900003, 'def')", "", "residual", "large objects", "name") { Policy = "large_objects: keep\n" },
        new("a stranger's address between two large objects", "SELECT lo_from_bytea(900001, 'abc'); SELECT lo_from_bytea(900002, 'erika.gabler@nordpost.se'); SELECT lo_from_bytea(900003, 'def')", "", "patterns", "large objects", "email") { Policy = "large_objects: keep\n" },
        new("a stranger's address in a large object", "SELECT lo_from_bytea(0, convert_to(repeat(E'lorem ipsum\n', 9000) || 'dear erika.gabler@nordpost.se' || repeat(E'\ndolor', 9000), 'UTF8'))", "", "patterns", "large objects", "email") { Policy = "large_objects: keep\n" },
        new("a stranger's account among bytes of a large object", "SELECT lo_from_bytea(0, decode(repeat('00ff9d', 30000), 'hex') || convert_to('pay to DE89 3704 0044 0532 0130 00 please', 'UTF8') || decode(repeat('00ff9d', 30000), 'hex'))", "", "patterns", "large objects", "account") { Policy = "large_objects: keep\n" },

        // The archive's SQL, which no rule reaches.
        Schema("a view", "CREATE VIEW v AS SELECT id FROM people WHERE email = 'anna7.lindqvist@nordpost.se'", "VIEW public.v", "email"),
        Schema("a materialized view", "CREATE MATERIALIZED VIEW v AS SELECT count(*) FROM people WHERE phone = '+46 70 4055433'", "MATERIALIZED VIEW public.v", "phone"),
        Schema("strings that a view joins", "CREATE VIEW v AS SELECT id FROM people WHERE full_name = ('Annabel Lind'::text || 'qvistha'::text)", "VIEW public.v", "name"),
        Schema("a comment", "COMMENT ON COLUMN people.phone IS 'ask Annabel Lindqvistha'", "COMMENT public.COLUMN people.phone", "name"),
        Schema("a default", "CREATE TABLE log (id int, owner text DEFAULT 'anna7.lindqvist@nordpost.se')", "TABLE public.log", "email") with { Tables = "log: { keep: all }" },
        Schema("an enum's label", "CREATE TYPE approver AS ENUM ('anna7.lindqvist@nordpost.se', 'nobody')", "TYPE public.approver", "email"),
        Schema("a function's body", "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '207-45-6007' $$", "FUNCTION public.f()", "national-id"),
        Schema("a row security policy", "CREATE POLICY p ON people USING (email = 'anna7.lindqvist@nordpost.se')", "POLICY public.people p", "email"),
        Schema("a check constraint", "ALTER TABLE people ADD CHECK (login <> 'annalind1007' OR id = 7)", "TABLE public.people", "username"),
        Schema("an index's condition", "CREATE INDEX i ON people (id) WHERE full_name = 'Annabel Lindqvistha'", "INDEX public.i", "name"),

        // Rules that look right and aren't.
        new("a constant that is somebody's address", "", "", "residual", "public.people.email", "email")
            { People = PeopleRules.Replace("email: email", "email: { strategy: constant, value: anna7.lindqvist@nordpost.se }", StringComparison.Ordinal) },
        new("digits over something that is more than digits", "CREATE TABLE log (line text); INSERT INTO log SELECT 'Call ' || full_name || ' at ' || id FROM people",
            "log: { columns: { line: digits } }", "residual", "public.log.line", "name"),

        // Personal data that no rule has ever seen.
        Unseen("addresses of other people in a kept column", "INSERT INTO log SELECT 'cc carl' || i || '.lindqvist@sydpost.se' FROM generate_series(1, 9) i", "email"),
        Unseen("account numbers of other people in a kept column", "INSERT INTO log VALUES ('pay to DE89 3704 0044 0532 0130 00 today')", "account"),
        Unseen("a private key in a kept column", "INSERT INTO log VALUES (E'-----BEGIN RSA PRIVATE KEY-----\\nMIIEowIBAAKCAQEAlindqvist\\n-----END RSA PRIVATE KEY-----')", "token"),
    ];

    private static Leak Copy(string way, string sql, string column, string kind, string? path = null) =>
        new(way, sql, "log: { keep: all }", "residual", $"public.log.{column}", kind, path);

    private static Leak Beside(string way, string sql, string rule, string? path = null) =>
        new(way + " beside a masked name", sql, $"log: {{ columns: {{ line: {rule} }} }}", "residual", "public.log.line", "name", path);

    private static Leak Birth(string way, string sql, string path) =>
        new(way, "CREATE TABLE births AS SELECT id, date '1950-02-03' + 211 * id AS birth_date FROM people; " + sql,
            "births: { columns: { birth_date: { strategy: noise, range: 90 days } } }, log: { keep: all }", "residual", "public.log.line", "birth-date", path);

    private static Leak Schema(string way, string sql, string entry, string kind) => new(way, sql, "", "residual", entry, kind);

    private static Leak Unseen(string way, string sql, string kind) =>
        new(way, "CREATE TABLE log (line text); " + sql, "log: { keep: all }", "patterns", "public.log.line", kind);
}
