using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Tests.Reporting;

/// <summary>Reports as whole runs leave them: a shop's, passed and failed, and one of many tables.</summary>
internal static class ReportSamples
{
    private const string Remedy = "Mask the column with 'text', or allow it with a reason under verify: allow.";

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 3, 15, 0, TimeSpan.Zero);

    public static ComplianceReport Passed() => new()
    {
        Status = ReportStatus.Passed,
        Tool = new ToolSection("ci-anon", "0.1.0"),
        StartedAt = Start,
        FinishedAt = Start.AddSeconds(221.4),
        Stages = [new("restore", 4.2), new("anonymize", 121.9), new("verify", 31.8), new("backup", 63.5)],
        Input = new ArchiveSection("shop.dump", "custom", 1_482_337_204, Digest('a'), "1.15", "16.4", "16.4"),
        Output = new ArchiveSection("shop.anon.dump", "custom", 1_391_004_118, Digest('b'), "1.15", "16.4", "16.4"),
        Policy = new PolicySection("ci-anon.yml", Digest('c'), "fail"),
        Key = new KeySection("anonymization", null, "The key was random and is forgotten: nobody can compute a pseudonym from an original, or link this output to another run's."),
        Postgres = new PostgresSection("16.4"),
        Tables = [Customers(), Orders(), Staff(), Products(), Sessions()],
        LargeObjects = LargeObjectStatus.Dropped,
        Redacted = [new RedactedSection("USER MAPPING USER MAPPING app SERVER archive", 1), new RedactedSection("FUNCTION public.notify(text)", 2)],
        Checks = Checks(),
        Residual = new ResidualSection(182_406, 311, 14_220_118, 64, 3.1e-7, 1, 1,
            [new("email", 50_000), new("phone", 41_206), new("name", 49_800), new("address", 41_400)]),
        Anonymity =
        [
            new AnonymitySection("public.customers", ["birth_date", "postcode", "gender"], true, 50_000, 2_854, 6, 5, 0, 0,
                [new DiversitySection("loyalty_tier", 2, 2)], [new(5, 1_210, 8_102), new(10, 902, 13_330), new(20, 611, 18_270), new(50, 131, 10_298)]),
            new AnonymitySection("public.staff", ["department", "started_on"], false, 214, 82, 1, null, 37, 121,
                [], [new(1, 37, 37), new(2, 31, 84), new(5, 14, 93)]),
        ],
        Drift = new DriftSection(Start.AddDays(-7), Digest('d'),
        [
            new DriftEntry("column-added", "public.customers.nickname", null, "text"),
            new DriftEntry("decision-changed", "public.customers.country", "masked", "kept"),
            new DriftEntry("rows-changed", "public.orders", "181204", "196311"),
        ]),
        Errors = [],
        Skipped = [new SkippedSection("EXTENSION postgis", "the extension isn't installed in the sandbox")],
        Ci = new CiSection("github", "acme/shop", "0123456789abcdef0123456789abcdef01234567", "7421", "release-bot", "weekly team dump (schedule)"),
        Retention = new RetentionSection(7, new DateOnly(2026, 11, 9)),
    };

    /// <summary>An original survived, a rule was broken, and what comes after wasn't reached.</summary>
    public static ComplianceReport Failed() => Passed() with
    {
        Status = ReportStatus.Failed,
        Output = null,
        Checks =
        [
            .. Checks().Select(check => check.Id switch
            {
                "residual" => check with
                {
                    Status = "failed",
                    Violations = 43,
                    Findings =
                    [
                        new FindingSection("public.products.description", 2, "originals of masked columns survive in 2 places") { Kind = "email", Path = "base64", Remedy = Remedy },
                        new FindingSection("public.orders.shipping", 41, "originals of masked columns survive in 41 places") { Kind = "phone", Path = "$.contact.phones[*]", Remedy = Remedy },
                    ],
                },
                "sql" => check with { Status = "failed", Violations = 3, Findings = [new FindingSection("verify/orders.sql: totals", 3, "the check's query found 3 violations") { Remedy = "Look at the query in the file named." }] },
                "restorable" => check with { Status = "skipped", Examined = 0, Note = "not reached: an earlier check failed" },
                _ => check,
            }),
        ],
        Errors =
        [
            new ErrorSection("CIANON5002", $"check 'residual': public.orders.shipping at $.contact.phones[*] [phone]: originals of masked columns survive in 41 places; nothing was published. {Remedy}", "ci-anon.yml", 12, 7),
            new ErrorSection("CIANON5002", "check 'sql': verify/orders.sql: totals: the check's query found 3 violations; nothing was published. Look at the query in the file named.", null, null, null),
        ],
    };

    /// <summary>As many tables as big applications have.</summary>
    public static ComplianceReport Large(int tables) => Passed() with { Tables = [.. Enumerable.Range(1, tables).Select(Generic)] };

    public static ComplianceReport Pseudonymized() => Passed() with
    {
        Key = new KeySection("pseudonymization", "9f31c07d5a2be844", "Whoever holds the key can compute pseudonyms from originals: to them the output is still personal data (GDPR Art. 4(5))."),
    };

    /// <summary>A run of an older version, or of a small policy: nothing that is optional.</summary>
    public static ComplianceReport Bare() => Passed() with
    {
        Tables = [Products()],
        LargeObjects = LargeObjectStatus.None,
        Checks = [.. Checks().Where(check => check.Control is null && check.Id != "anonymity")],
        Residual = null,
        Anonymity = [],
        Drift = null,
        Skipped = [],
        Ci = null,
    };

    /// <summary>Every text that isn't ours is the one given.</summary>
    public static ComplianceReport Nasty(string text)
    {
        var passed = Passed();
        return passed with
        {
            Input = passed.Input with { Name = text, ServerVersion = text },
            Output = passed.Output! with { Name = text },
            Policy = passed.Policy with { Name = text },
            Key = passed.Key with { Meaning = text },
            Tables =
            [
                new TableSection(text, text, "all", 1, 1,
                [
                    new ColumnSection(text, text, "masked", text, text, text, null, new CountSection(1, 0, 1, 0, 0)) { Kind = text },
                    new ColumnSection(text, text, "kept", text, null, text, null, null) { Ledger = text },
                    new ColumnSection(text, text, "structural", text, null, null, null, null),
                    new ColumnSection(text, text, text, text, null, null, null, null),
                ]),
                new TableSection(text, "dropped" + text, "none", 1, 0, []),
            ],
            Checks =
            [
                new CheckSection(text, "passed", 0, 1, text, text, [new FindingSection(text, 1, text) { Kind = text, Path = text, Remedy = text }])
                {
                    Allowed = [new AllowedSection(text, text, 1, text, text, null)],
                },
            ],
            Residual = passed.Residual! with { Kinds = [new OriginalsSection(text, 1)] },
            Anonymity = [passed.Anonymity[0] with { Table = text, Columns = [text, text], Diversity = [new DiversitySection(text, 1, 1)] }],
            Drift = new DriftSection(Start, text, [new DriftEntry(text, text, text, text)]),
            Errors = [new ErrorSection(text, text, text, 1, 1)],
            Skipped = [new SkippedSection(text, text)],
            Ci = new CiSection(text, text, text, text, text, text),
        };
    }

    private static TableSection Customers() => Table("customers", 50_000,
        Column("id", "bigint", "structural", "surrogate key"),
        Masked("email", "email", "email"), Masked("phone", "phone", "phone"), Masked("first_name", "first_name", "first-name"),
        Masked("last_name", "last_name", "last-name"), Masked("street", "address", "address"), Masked("birth_date", "noise", "birth-date"),
        Masked("gender", "constant", "gender"), Masked("postcode", "digits", "postal-code"),
        Kept("country", "text", "two letters, needed for tax tests", "dpo@acme.example", new DateOnly(2027, 6, 30)),
        Kept("loyalty_tier", "text", null, null, null),
        Column("created_at", "timestamp with time zone", "structural", "timestamp without a personal signal"),
        Column("full_name", "text", "generated", "computed from other columns"));

    private static TableSection Orders() => Table("orders", 196_311,
        Column("id", "bigint", "structural", "surrogate key"), Column("customer_id", "bigint", "structural", "foreign key to customers"),
        Masked("shipping", "plugin", "address"), Masked("note", "text", "free-text"), Column("total", "numeric(10,2)", "structural", "number without a personal signal"));

    private static TableSection Staff() => Table("staff", 214,
        Column("id", "integer", "structural", "surrogate key"), Masked("email", "email", "email"), Masked("password_hash", "redact", "token"),
        Kept("department", "text", "eight departments", "head of HR", null), Column("started_on", "date", "kept", "keep"));

    private static TableSection Products() => Table("products", 1_200,
        Column("id", "integer", "structural", "surrogate key"), Kept("name", "text", null, null, null), Kept("description", "text", null, null, null));

    private static TableSection Sessions() => new("public", "sessions", "none", 88_120, 0,
        [Column("token", "text", "empty", "rows dropped"), Column("ip", "inet", "empty", "rows dropped"), Column("seen_at", "timestamp", "empty", "rows dropped")]);

    private static TableSection Generic(int number) => new(number % 3 == 0 ? "billing" : "public", $"table_{number:000}", "all", number * 1000L, number * 1000L,
    [
        Column("id", "bigint", "structural", "surrogate key"), Masked("email", "email", "email"), Kept("status", "text", "five words", "dpo", null),
        .. Enumerable.Range(0, number % 12).Select(index => index % 4 == 0 ? Masked($"note_{index}", "text", "free-text") : Column($"amount_{index}", "numeric", "structural", "number without a personal signal")),
    ]);

    private static List<CheckSection> Checks() =>
    [
        Check("coverage", 29, "every column has a decision"), Check("rows", 5, "as many rows out as in, in every table"),
        Check("changed", 12, "no value came through unchanged where its strategy always changes values"),
        Check("residual", 14_220_118, "no original of a direct identifier is left anywhere in the result") with { Control = new ControlSection(28, 28) },
        Check("patterns", 14_220_118, "nothing that looks like personal data is left, but for what the run made itself") with
        {
            Control = new ControlSection(19, 19),
            Allowed = [new AllowedSection("public.products.description", "email", 4, "the shop's own addresses", "dpo@acme.example", new DateOnly(2027, 1, 31))],
        },
        Check("keys", 41, "keys and constraints hold: PostgreSQL created them over the anonymized rows"),
        Check("sequences", 4, "the next value of every serial and identity column lies above its maximum"),
        Check("sql", 3, "the team's own SQL checks found nothing"),
        Check("anonymity", 2, "every declared combination of columns is shared by enough rows"),
        Check("restorable", 5, "the finished archive, read again, holds exactly what was verified"),
    ];

    private static CheckSection Check(string id, long examined, string claim) => new(id, "passed", 0, examined, claim, null, []);

    private static TableSection Table(string name, long rows, params ColumnSection[] columns) => new("public", name, "all", rows, rows, columns);

    private static ColumnSection Column(string name, string type, string decision, string reason) => new(name, type, decision, reason, null, null, null, null);

    private static ColumnSection Masked(string name, string strategy, string kind) =>
        new(name, "text", "masked", $"rule: {strategy}", strategy, null, null, new CountSection(1000, 20, 975, 5, 5)) { Kind = kind };

    private static ColumnSection Kept(string name, string type, string? reason, string? owner, DateOnly? until) =>
        new(name, type, "kept", reason is null ? "keep: all" : $"keep ({reason})", null, owner, until, null) { Ledger = reason };

    private static string Digest(char digit) => new(digit, 64);
}
