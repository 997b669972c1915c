using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery;

/// <summary>Kinds of names that say little without their table, their neighbours or their values.</summary>
public class NamesInContextTests
{
    [Theory]
    [InlineData("invoices", "invoice_pdf_name")]
    [InlineData("zamowienia", "rechnung_pdf_name")]
    [InlineData("imports", "csv_name")]
    public void A_file_by_its_format_is_a_thing(string table, string column) => Assert.Null(ColumnNames.Recognize(table, column)?.Kind);

    [Theory]
    [InlineData("created_by", true)]
    [InlineData("erstellt_von", true)]
    [InlineData("creado_por", true)]
    [InlineData("gemeld_door", true)]
    [InlineData("skapad_av", true)]
    [InlineData("assigned_to", true)]
    [InlineData("zeit_von", false)]
    [InlineData("sorted_by", false)]
    public void Who_did_something_is_a_user(string column, bool isUser) =>
        Assert.Equal(isUser, Score("vorgang", [column], i => $"worker{i}x").Kind == PersonalKind.Username);

    [Theory]
    [InlineData("relatienummer", true)]
    [InlineData("nr_skierowania", true)]
    [InlineData("bescheid_nr", true)]
    [InlineData("artikelnummer", false)]
    [InlineData("hausnummer", false)]
    [InlineData("line_number", false)]
    public void Numbers_are_of_records_unless_things_are_numbered(string column, bool isRecord) =>
        Assert.Equal(isRecord, Score("zaken", [column], i => $"R-{10_000 + i * 7}").Kind == PersonalKind.RecordNumber);

    [Fact]
    public void Words_are_no_numbers_of_records() => Assert.NotEqual(PersonalKind.RecordNumber, Score("zaken", ["relatienummer"], i => i % 2 == 0 ? "open" : "gesloten").Kind);

    [Theory]
    [InlineData("node_key", true)]
    [InlineData("tracking_hash", true)]
    [InlineData("content_hash", false)]
    [InlineData("public_key", false)]
    public void Keys_and_hashes_are_secrets_where_they_are_random_and_not_of_a_text(string column, bool isSecret) =>
        Assert.Equal(isSecret, Score("things", [column], i => $"{(ulong)(i + 1) * 0x9E3779B97F4A7C15UL:x16}{(ulong)(i + 7) * 0xC2B2AE3D27D4EB4FUL:x16}").Kind == PersonalKind.Token);

    [Fact]
    public void A_number_behind_a_street_is_a_house_s() =>
        Assert.Equal((PersonalKind.Address, PersonalKind.RecordNumber), (Behind("calle", "clientes"), Behind("estado", "clientes")));

    [Theory]
    [InlineData("tickets", "code", true)]
    [InlineData("countries", "code", false)]
    public void Short_codes_that_are_never_the_same_are_of_records_in_tables_of_those(string table, string column, bool isRecord) =>
        Assert.Equal(isRecord, Score(table, [column], i => $"{(char)('A' + i % 26)}{(char)('A' + i / 26 % 26)}X{(char)('Q' - i % 9)}{i % 10}Z").Kind == PersonalKind.RecordNumber);

    private static PersonalKind? Behind(string before, string table) => Score(table, [before, "numero"], i => $"{1000 + i * 3}", at: 1).Kind;

    [Fact]
    public void Values_that_begin_with_an_at_sign_call_somebody() => Assert.Equal(PersonalKind.Username, Score("t", ["room_owner"], i => $"@anna{i}:chat-{i % 3}.org").Kind);

    [Theory]
    [InlineData("vorname", PersonalKind.LastName)]
    [InlineData("nachname", PersonalKind.FirstName)]
    [InlineData("ort", PersonalKind.Name)]
    public void A_name_is_what_its_neighbours_leave(string neighbour, PersonalKind kind) => Assert.Equal(kind, Score("kunden", ["name", neighbour], null).Kind);

    [Fact]
    public void A_word_that_all_columns_begin_with_says_nothing() =>
        Assert.Equal(PersonalKind.RecordNumber, Score("contacts", ["cp_number", "cp_email", "cp_city", "cp_street", "cp_title", "cp_fax"], i => $"{1000 + i * 3}").Kind);

    [Theory]
    [InlineData("OXFNAME", PersonalKind.FirstName)]
    [InlineData("OXLNAME", PersonalKind.LastName)]
    [InlineData("OXSTREETNR", PersonalKind.Address)]
    [InlineData("OXFON", PersonalKind.Phone)]
    public void Letters_that_all_columns_begin_with_say_nothing_without_a_mark_behind_them_either(string column, PersonalKind kind) =>
        Assert.Equal(kind, Score("oxuser", [column, "OXID", "OXACTIVE", "OXCITY", "OXZIP", "OXTIMESTAMP"], null).Kind);

    [Fact]
    public void A_word_that_means_something_is_no_such_prefix() => Assert.Equal(PersonalKind.Phone, Score("t", ["telprivat", "teldienst", "telmobil", "telefon", "telx"], null).Kind);

    [Theory]
    [InlineData("totp_seed_value", true)]
    [InlineData("confirm_magic_x", true)]
    [InlineData("verified_hash_of_file", false)]
    public void What_lets_somebody_in_is_a_secret_where_it_is_drawn_at_random(string column, bool isSecret)
    {
        Assert.Equal(isSecret, Score("things", [column], Hex).Kind == PersonalKind.Token);
        Assert.NotEqual(PersonalKind.Token, Score("things", [column], i => $"step {"abc"[i % 3]}").Kind);
    }

    private static string Hex(int i) => $"{(ulong)(i + 1) * 0x9E3779B97F4A7C15UL:x16}{(ulong)(i + 7) * 0xC2B2AE3D27D4EB4FUL:x16}";

    [Theory]
    [InlineData("numeric(12,2)", false)]
    [InlineData("numeric(12,0)", true)]
    [InlineData("double precision", false)]
    public void An_amount_is_no_number_that_somebody_has(string type, bool isNumber)
    {
        var column = new Column("vat", new ColumnType(type, TypeKind.Decimal, type.StartsWith("double", StringComparison.Ordinal) ? "float8" : "numeric"), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var table = new Table(1, "public", "invoices", TableKind.Ordinary, IsPartition: false, [], [column], [], new HashSet<string>());
        var verdict = ColumnScorer.Score(table, column, null);
        Assert.Equal(isNumber, verdict.Kind == PersonalKind.NationalId);
        Assert.True(verdict.IsSure);
    }

    [Theory]
    [InlineData("cities", false)]
    [InlineData("visits", true)]
    public void Places_on_the_map_are_nobodys(string table, bool isSomebodys) => Assert.Equal(isSomebodys, Score(table, ["latitude"], i => $"52.{100_000 + i}").Kind == PersonalKind.Location);

    [Theory]
    [InlineData("currency")]
    [InlineData("timezone")]
    [InlineData("sku")]
    [InlineData("hs_code")]
    public void What_things_have_needs_nobody_to_decide_unless_values_say_so(string column)
    {
        Assert.True(Score("things", [column], i => $"Ab{i}/x") is { Kind: null, IsSure: true });
        Assert.NotNull(Score("things", [column], i => $"anna{i}@posteo-mail.net").Kind);
    }

    [Fact]
    public void A_title_is_no_telephone() => Assert.NotEqual(PersonalKind.Phone, Score("t", ["arbeitstitel"], null).Kind);

    [Fact]
    public void What_another_system_calls_somebody_is_an_identity_as_a_number_too()
    {
        var column = new Column("twitter_id", new ColumnType("bigint", TypeKind.Integer, "int8"), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var table = new Table(1, "public", "users", TableKind.Ordinary, IsPartition: false, [], [column], [], new HashSet<string>());
        Assert.Equal(PersonalKind.Username, ColumnScorer.Score(table, column, null).Kind);
    }

    [Fact]
    public void The_content_of_an_address_is_one_and_an_address_that_holds_mailboxes_is_another()
    {
        Assert.Equal(PersonalKind.Address, Score("addresses", ["content"], null).Kind);
        Assert.Equal(PersonalKind.Email, Score("mails", ["from_addr"], i => $"\"Shop {i}\" <anna{i}@posteo-mail.net>").Kind);
    }

    [Fact]
    public void Words_of_companies_in_a_table_of_people_are_for_a_person_to_look_at() =>
        Assert.False(Score("pacientes", ["mutua", "apellidos"], i => $"mutua {"abc"[i % 3]}").IsSure);

    [Fact]
    public void Bare_digits_are_a_phone_number_only_where_the_name_says_so()
    {
        static string Digits(int i) => (5_010_000_000 + i * 7_654_321L).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(PersonalKind.Phone, Score("t", ["phone"], Digits).Kind);
        Assert.NotEqual(PersonalKind.Phone, Score("t", ["ten"], Digits).Kind);
    }

    [Fact]
    public void What_a_word_belongs_to_stands_behind_it_in_Romance_languages() => Assert.Equal(PersonalKind.Phone, Score("t", ["telefone_empresa"], null).Kind);

    [Fact]
    public void Words_in_a_table_about_health_are_for_a_person_to_look_at()
    {
        Assert.False(Score("patient_conditions", ["label"], i => $"word{"abc"[i % 3]}").IsSure);
        Assert.True(Score("machine_parts", ["label"], i => $"word{"abc"[i % 3]}").IsSure);
    }

    [Fact]
    public void An_account_number_of_a_person_without_a_bank_is_a_customers()
    {
        Assert.Equal(PersonalKind.RecordNumber, Score("clients", ["account_no", "first_name"], i => $"{100_000 + i * 3}").Kind);
        Assert.Equal(PersonalKind.Account, Score("clients", ["account_no", "iban"], i => $"{100_000 + i * 3}").Kind);
    }

    private static ColumnVerdict Score(string table, string[] columns, Func<int, string>? value, int at = 0)
    {
        var all = new Table(1, "public", table, TableKind.Ordinary, IsPartition: false, [],
            [.. columns.Select(name => new Column(name, new ColumnType("text", TypeKind.Text, "text"), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null))], [], new HashSet<string>());
        if (value is null) return ColumnScorer.Score(all, all.Columns[at], null);
        var sample = new ColumnSample();
        for (var i = 0; i < 300; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return ColumnScorer.Score(all, all.Columns[at], sample);
    }
}
