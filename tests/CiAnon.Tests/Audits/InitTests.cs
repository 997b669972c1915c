using CiAnon.Tests.Cli;
using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>What init proposes, and what it leaves to people.</summary>
public sealed class InitTests : InitFolder
{
    [Fact]
    public void Two_addresses_among_three_words_are_never_proposed_to_be_kept()
    {
        var text = Init(out _);
        Assert.Matches("category: { strategy: (text|hash), .*proposed: ", text);
        Assert.DoesNotContain("category: keep", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keep_is_proposed_bare_and_no_machine_writes_a_reason()
    {
        var text = Init(out _);
        Assert.Contains("state: keep  # not personal, 90 %: 3 different values come again and again\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_sure_is_proposed_and_counted()
    {
        var text = Init(out var output);
        Assert.Equal(2, text.Split("proposed: '").Length - 1);
        Assert.Contains("decide on the 2 lines that say \"proposed:\" (in CI a run stops at them)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_look_finds_nothing_to_add_and_the_audit_says_who_has_to_decide()
    {
        var text = Init(out _);
        Assert.Contains("every column has a decision", FakeSession.Run("init", In("source"), "-o", In("new.yml")).Out, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(In("new.yml")));
        var (exit, output, _) = FakeSession.Run("audit", In("source"), "-p", In("new.yml"));
        Assert.Equal(1, exit);
        Assert.Equal(2, output.Split("warning undecided-rule: nobody decided on public.tickets.").Length - 1);
    }

    [Fact]
    public void A_partition_key_that_holds_addresses_gets_a_rule_as_any_column_does()
    {
        Assert.Contains("region: { strategy: text,", Init(out var output, AddParts), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing fits public.parts.region", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_with_addresses_in_them_are_proposed_as_texts_that_stay_and_a_person_decides()
    {
        var text = Init(out _, AddMessages);
        Assert.Matches("body: { strategy: free_text, proposed: '.*the text stays", text);
        Assert.Matches("remark: (text|{ strategy: text)", text);
    }

    [Fact]
    public void The_name_of_a_domain_tells_where_the_columns_own_says_nothing()
    {
        var text = Init(out _, AddSenders);
        Assert.Matches("(reached_at: email|reached_at: { strategy: email)", text);
        Assert.DoesNotMatch("amount: (email|{ strategy: email)", text);
    }

    private static void AddSenders(ArchiveBuilder builder)
    {
        builder.Add(12, "DOMAIN", "email", "public", "CREATE DOMAIN public.email AS text\n\tCONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));\n");
        builder.Add(13, "DOMAIN", "cents", "public", "CREATE DOMAIN public.cents AS integer;\n");
        builder.Add(14, "TABLE", "senders", "public", "CREATE TABLE public.senders (\n    id integer NOT NULL,\n    reached_at public.email,\n    amount public.cents\n);\n");
    }

    [Fact]
    public void What_a_newcomers_database_holds_is_neither_kept_by_mistake_nor_destroyed()
    {
        var text = Init(out var output, AddStaff);
        Assert.Matches("login: { strategy: username, proposed: ", text);
        Assert.Matches("avatar_hash: ({ strategy: )?token", text);
        Assert.Contains("emails: { strategy: array, each: email }", text, StringComparison.Ordinal);
        Assert.Contains("bic: { strategy: iban, part: bic }", text, StringComparison.Ordinal);
        Assert.Contains("strasse: { strategy: address, part: street, by: strasse }", text, StringComparison.Ordinal);
        Assert.Contains("hausnummer: { strategy: address, part: number, by: strasse }", text, StringComparison.Ordinal);
        Assert.Contains("booked: keep  # ", text, StringComparison.Ordinal);
        Assert.Contains("      version: keep  # not personal", text, StringComparison.Ordinal);
        Assert.Contains("currency: keep  # not personal, 90 %: name 'currency', which things have; one value comes again and again", text, StringComparison.Ordinal);
        Assert.Contains("of 3 tables", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_of_init_is_no_error_of_the_audit()
    {
        Init(out _, AddStaff);
        var (_, output, _) = FakeSession.Run("audit", In("source"), "-p", In("new.yml"));
        Assert.Contains("note rule-fits-poorly: CIANON1232", output, StringComparison.Ordinal);
        Assert.Contains("findings: 0 errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_and_genders_belong_to_the_person_beside_them_and_the_policy_plans()
    {
        var text = Init(out var output, AddMembers);
        Assert.Contains("anrede: { strategy: person, part: title, by: email, values: [Frau, Herr]", text, StringComparison.Ordinal);
        Assert.Contains("gender: { strategy: person, part: gender, by: email, values: [f, m]", text, StringComparison.Ordinal);
        Assert.Contains("sex: { strategy: person, part: gender, by: email, values: [female, male]", text, StringComparison.Ordinal);
        Assert.Contains("vorname: { strategy: person, part: first_name, by: email }", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n      partner_gender: { strategy: person", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing fits", output, StringComparison.Ordinal);
        Assert.Contains("findings: 0 errors", FakeSession.Run("audit", In("source"), "-p", In("new.yml")).Out, StringComparison.Ordinal);
    }

    // Another's gender isn't the person's.
    private static void AddMembers(ArchiveBuilder builder)
    {
        builder.Add(12, "TYPE", "sexes", "public", "CREATE TYPE public.sexes AS ENUM (\n    'male',\n    'female'\n);\n");
        builder.Add(13, "TABLE", "members", "public", "CREATE TABLE public.members (\n    anrede text,\n    gender character(1),\n    sex public.sexes,\n    partner_gender text,\n    vorname text,\n    nachname text,\n    email text\n);\n");
        builder.AddRows(33, "members", string.Concat(Enumerable.Range(1, 60).Select(row => $"{Pick("Frau Herr Frau", row)}\t{Pick("f m f", row)}\t{Pick("female male female", row)}\t{Pick("m f m", row)}\t{Pick("Anna Jonas Greta", row)}\t{Pick("Schmidt Weber Vogt", row)}\ta{row}@posteo-mail.net\n")),
            "COPY public.members (anrede, gender, sex, partner_gender, vorname, nachname, email) FROM stdin;\n");
    }

    private static void AddStaff(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "bookings", "public", "CREATE TABLE public.bookings (\n    login text,\n    avatar_hash character(32),\n    emails text[],\n    bic text,\n    strasse text,\n    hausnummer text,\n    booked tstzrange,\n    currency text,\n    user_agent text\n);\n");
        builder.Add(13, "TABLE", "schema_migrations", "public", "CREATE TABLE public.schema_migrations (\n    version character varying NOT NULL\n);\n");
        builder.AddRows(32, "bookings", string.Concat(Enumerable.Range(1, 90).Select(row => $"{Pick("nberger klohmueller avogt", row)}\t{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)row]))[..32]}\t{{a{row}@posteo-mail.net,b{row}@posteo-mail.net}}\tGENODEF{row % 10}HUS\t{Pick("Deichstraße Lindenallee Hafenweg", row)}\t{row}\t[\"2024-03-01 10:00:00+00\",\"2024-03-01 11:00:00+00\")\tEUR\tMozilla/5.0 (X11; Linux x86_64) Gecko/{row}\n")),
            "COPY public.bookings (login, avatar_hash, emails, bic, strasse, hausnummer, booked, currency, user_agent) FROM stdin;\n");
        builder.AddRows(33, "schema_migrations", string.Concat(Enumerable.Range(1, 60).Select(row => $"202401{row:00}10{row:00}00\n")), "COPY public.schema_migrations (version) FROM stdin;\n");
    }

    private static void AddMessages(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "messages", "public", "CREATE TABLE public.messages (\n    body text,\n    remark text\n);\n");
        builder.AddRows(32, "messages", string.Concat(Enumerable.Range(1, 60).Select(row => $"Please send the invoice of {row} March again to anna.schmidt{row}@posteo-mail.net, thanks.\tThis one was never answered by anybody at all, I am afraid, number {row}.\n")),
            "COPY public.messages (body, remark) FROM stdin;\n");
    }

    private static void AddParts(ArchiveBuilder builder)
    {
        builder.Add(12, "TABLE", "parts", "public", "CREATE TABLE public.parts (\n    region text NOT NULL\n)\nPARTITION BY LIST (region);\n");
        builder.Add(13, "TABLE", "parts_a", "public", "CREATE TABLE public.parts_a (\n    region text NOT NULL\n);\n");
        builder.Add(14, "TABLE ATTACH", "parts_a", "public", "ALTER TABLE ONLY public.parts ATTACH PARTITION public.parts_a DEFAULT;\n");
        builder.AddRows(32, "parts_a", string.Concat(Enumerable.Range(1, 60).Select(row => $"north{row % 3}\n")) + "anna.schmidt@posteo-mail.net\n", "COPY public.parts_a (region) FROM stdin;\n");
    }

    [Theory]
    [InlineData("+34 612 345 6", "phone, format: keep")]
    [InlineData("+49 151 2345 6", "phone")]
    public void Phones_stay_numbers_of_their_country_where_it_keeps_none_for_fiction(string prefix, string strategy)
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "clientes", "public", "CREATE TABLE public.clientes (\n    telefono text,\n    contacto jsonb\n);\n");
            builder.AddRows(32, "clientes", string.Concat(Enumerable.Range(10, 60).Select(row => $"{prefix}{row}\t{{\"telefono\": \"{prefix}{row}\"}}\n")), "COPY public.clientes (telefono, contacto) FROM stdin;\n");
        });
        Assert.Matches($"telefono: ({{ strategy: {strategy} }}|{strategy}  #)", text);
        Assert.Matches($"\\$.telefono'?: ({{ strategy: {strategy} }}|{strategy}[ ,])", text);
    }

    [Fact]
    public void Without_rows_phones_stay_numbers_of_the_country_whose_words_the_columns_have()
    {
        var text = Init(out _, builder => builder.Add(12, "TABLE", "clienti", "public", "CREATE TABLE public.clienti (\n    cognome text,\n    nome text,\n    indirizzo text,\n    cellulare text\n);\n"));
        Assert.Contains("locale: it", text, StringComparison.Ordinal);
        Assert.Contains("cellulare: { strategy: phone, format: keep }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customers_number_that_is_an_integer_is_a_person_s_to_decide_on()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "vorgaenge", "public", "CREATE TABLE public.vorgaenge (\n    kundennr bigint,\n    anzahl integer,\n    customer_id integer\n);\n");
            builder.AddRows(32, "vorgaenge", string.Concat(Enumerable.Range(1, 90).Select(row => $"{400_000 + row * 37}\t{row % 9}\t{row}\n")), "COPY public.vorgaenge (kundennr, anzahl, customer_id) FROM stdin;\n");
        });
        Assert.Matches("kundennr: { strategy: digits, proposed: ", text);
        Assert.DoesNotContain("anzahl:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("customer_id:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_date_of_birth_in_a_number_doesnt_get_the_noise_of_years_and_ages()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "patients", "public", "CREATE TABLE public.patients (\n    birth_date integer,\n    date_of_birth bigint NOT NULL,\n    birth_year integer\n);\n");
            builder.AddRows(32, "patients", string.Concat(Enumerable.Range(1, 60).Select(row => $"19{row + 20}{row % 12 + 1:00}{row % 28 + 1:00}\t{row * 86400L * 365}\t{1920 + row}\n")), "COPY public.patients (birth_date, date_of_birth, birth_year) FROM stdin;\n");
        });
        Assert.Matches("birth_date: (\"null\"|{ strategy: \"?null\"?)", text);
        Assert.Matches("date_of_birth: { strategy: constant, value: \"?0", text);
        Assert.Matches("birth_year: { strategy: noise, range: 3", text);
    }

    [Theory]
    [InlineData("mail text, login text, attention text", "en")]
    [InlineData("etternavn text, adresse text, telefon text, mobilnummer text", "nb_NO")]
    [InlineData("nachname text, adresse text, telefon text, mobilnummer text", "de")]
    public void A_word_of_several_languages_speaks_for_none_of_them_alone(string columns, string locale)
    {
        var text = Init(out _, builder => builder.Add(12, "TABLE", "people", "public", $"CREATE TABLE public.people (\n    {columns.Replace(", ", ",\n    ", StringComparison.Ordinal)}\n);\n"));
        Assert.Contains($"\nlocale: {locale}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_personal_and_fits_no_strategy_is_left_to_a_person_and_the_policy_stays_without_a_rule()
    {
        var text = Init(out var output, builder =>
        {
            builder.Add(12, "TABLE", "inbox", "public", "CREATE TABLE public.inbox (\n    item jsonb NOT NULL\n);\n");
            builder.AddRows(32, "inbox", string.Concat(Enumerable.Range(1, 60).Select(row => $"{{\"mail\": \"a{row}@posteo-mail.net\"}}\n")), "COPY public.inbox (item) FROM stdin;\n");
            builder.Add(40, "CONSTRAINT", "inbox inbox_item_key", "public", "ALTER TABLE ONLY public.inbox\n    ADD CONSTRAINT inbox_item_key UNIQUE (item);\n");
        });
        Assert.Contains("Nothing fits public.inbox.item, and its values look personal: decide by hand. Until then a run stops.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("item:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_s_tables_bring_a_line_that_names_its_preset()
    {
        var text = Init(out var output, builder => builder.Add(12, "TABLE", "django_migrations", "public", "CREATE TABLE public.django_migrations (\n    id bigint NOT NULL,\n    app text\n);\n"));
        Assert.Matches("\n# preset: \\[django\\]  # .*the tables that it shall decide on: django_migrations\nunlisted: fail\n", text);
        Assert.Contains("presets know (django): ", output, StringComparison.Ordinal);
        File.WriteAllText(In("used.yml"), text.Replace("# preset:", "preset:", StringComparison.Ordinal));
        Assert.Contains("findings: 0 errors", FakeSession.Run("audit", In("source"), "-p", In("used.yml")).Out, StringComparison.Ordinal);
        File.Delete(In("new.yml"));
        Assert.DoesNotContain("preset", Init(out output), StringComparison.Ordinal);
        Assert.DoesNotContain("preset", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source", "")]
    [InlineData("it's a dump", "'")]
    public void The_last_line_is_the_command_to_copy(string name, string quote)
    {
        Init(out var output, name: name);
        var dump = In(name).Replace("'", "'\\''", StringComparison.Ordinal);
        var result = $"anon-{name}".Replace("'", "'\\''", StringComparison.Ordinal);
        Assert.EndsWith($", then ci-anon anonymize {quote}{dump}{quote} --policy {In("new.yml")} --output {quote}{result}{quote}\n", output, StringComparison.Ordinal);
    }
}
