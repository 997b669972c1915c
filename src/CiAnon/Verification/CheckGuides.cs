using CiAnon.Strategies;

namespace CiAnon.Verification;

/// <summary>Every check's failure explained, for the page of diagnostics.</summary>
internal static class CheckGuides
{
    public static IReadOnlyList<CheckGuide> All { get; } =
    [
        new(CheckDefinition.Schema, new Finding("public.orders.total", 1, "is integer and in the original numeric(10,2)"),
            "Only where a dump is judged against its original. Another original was given than the dump was made of, or a tool changed the schema on the way.", null),

        new(CheckDefinition.Coverage, new Finding("public.orders.note", 1, "no decision"),
            "A column has rows in the result, and neither a rule nor its type says what becomes of them. `ci-anon audit DUMP --fix` proposes one.",
            "tables:\n  orders: { columns: { note: text } }"),

        new(CheckDefinition.Rows, new Finding("public.orders", 3, "196311 rows in, 196308 rows out"),
            "Something added or removed rows while the data was in the sandbox.", null),

        new(CheckDefinition.Changed, new Finding("public.customers.phone", 2, "strategy 'phone' left 2 values as they were"),
            "Values came through unchanged, though the strategy promises to change every one. Another strategy does.",
            "tables:\n  customers: { columns: { phone: hash } }"),

        new(CheckDefinition.Residual, new Finding("public.tickets.body", 12, "originals of masked columns survive in 12 places") { Kind = PersonalKind.Email, Remedy = Remedies.Mask(PersonalKind.Email, null) },
            "A value that was masked in one column stands in another: whoever reads it there knows whom the row is about. The finding names column, path and kind.\n\n"
            + "- **Mask the column** with the strategy that fits: the kind's own (`email`, `phone`, `name`) where each value is nothing else, `text` where it stands among words, "
            + "`empty` or `null` for JSON, arrays and bytes.\n"
            + "- **The column is masked already**: its strategy isn't made for what it holds, as `date` isn't for notes. Take another.\n"
            + "- **It stands in a definition** (a comment, a default, a function's body): take it out in the source database. **In large objects**: `large_objects: drop`.\n"
            + "- **Somebody looked, and it may stay**: allow it with a reason, an owner and an end.",
            "tables:\n  tickets: { columns: { body: text } }\nverify:\n  allow:\n"
            + "    - { object: public.tickets.title, kind: email, check: residual, reason: \"addresses of our own desks\", owner: dpo, until: 2027-06-30 }"),

        new(CheckDefinition.Patterns, new Finding("public.products.description", 4, "4 of 1200 values look personal: phone number (phone-international)") { Kind = PersonalKind.Phone, Remedy = Remedies.MaskOrReason(PersonalKind.Phone, null) },
            "Values look like personal data, whoever they belong to. [Patterns](patterns.md) says what each recognizer sees and how many a column may have. "
            + "Mask the column, allow what somebody looked at, or set a limit of your own for the kind.",
            "columns: { description: text }\nverify:\n  patterns: { phone: 4 }\n  allow:\n"
            + "    - { object: public.products.description, kind: phone, check: patterns, reason: \"hotlines of makers\", owner: dpo, until: 2027-06-30 }"),

        new(CheckDefinition.Keys, new Finding("INDEX public customers_email_key", 1, "unique_violation (23505) on table public.customers, constraint customers_email_key"),
            "PostgreSQL could not create a key or constraint over the anonymized rows: pseudonyms of a unique column met, or a key and what references it were masked apart. "
            + "`hash`, `email` and `digits` keep values apart; equal `seed`s give equal pseudonyms.",
            "tables:\n  customers: { columns: { email: email } }"),

        new(CheckDefinition.Sequences, new Finding("public.orders_id_seq", 1, "next value is not above the maximum of public.orders.id"),
            "The first INSERT into the restored database would meet a key that exists. A masked key left its range: keep it, or let `digits` change it, which has as many digits.",
            "tables:\n  orders: { columns: { id: digits } }"),

        new(CheckDefinition.Sql, new Finding("orders.sql: totals", 3, "the check's query found 3 violations"),
            "A query of the team's own (`verify: sql`) counted rows that must not be. It names the file and the check; rows are never shown: run it against the restored dump of an earlier run.",
            "verify: { sql: [verify/orders.sql] }"),

        new(CheckDefinition.Anonymity, new Finding("public.customers (birth_date, postcode)", 37, "k is 1 and must be 5: 37 of 50000 rows (0.07 %) share their combination with fewer than 4 others"),
            "People may be told apart by columns together. Make them coarser, mask one of them, or decide on a smaller k.",
            "tables:\n  customers:\n    columns:\n      birth_date: { strategy: date, truncate: year }\nanonymity:\n  - { table: customers, columns: [birth_date, postcode], k: 5 }"),
    ];
}
