using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Recognition;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery;

public class ColumnScorerTests
{
    // Names that no list of names has: what is known as one is found anyway.
    private static readonly string[] PeoplesFiles = "Zolbraxu Quimdelo 김민준 윤수아 Vrengost Palomiqu 渡辺さくら Trelvano Oskuvidi Brzewik Ulmirex Fandolst Kwimbora Destravo Yulquin Marbendo Hoszkary Pletuvan Norgavil Xundrel".Split(' ');

    [Fact]
    public void Values_find_what_the_name_hides()
    {
        var verdict = Score("contact", TypeKind.Text, i => $"person{i}@posteo-mail.net");
        Assert.Equal(PersonalKind.Email, verdict.Kind);
        Assert.True(verdict.Confidence > 0.9);
    }

    [Fact]
    public void Values_overrule_a_name_that_misleads()
    {
        var verdict = Score("phone", TypeKind.Text, i => i % 2 == 0 ? "ios" : "android");
        Assert.Null(verdict.Kind);
        Assert.True(verdict.IsSure);
    }

    [Fact]
    public void Name_and_values_together_are_surer_than_the_name() =>
        Assert.True(Score("email", TypeKind.Text, i => $"person{i}@posteo-mail.net").Confidence > Score("email", TypeKind.Text, null).Confidence);

    [Fact]
    public void Addresses_in_prose_make_it_free_text() =>
        Assert.Equal(PersonalKind.FreeText, Score("c1", TypeKind.Text, i => i % 10 == 0 ? $"please write to person{i}@posteo-mail.net today" : "nothing new since last week as far as we know").Kind);

    [Fact]
    public void Keys_of_json_speak()
    {
        var verdict = Score("payload", TypeKind.Json, i => $"{{\"n\": {i}, \"billing\": {{\"emailAddress\": \"x\", \"phone\": \"y\"}}}}");
        Assert.Equal(PersonalKind.FreeText, verdict.Kind);
        Assert.Contains("e-mail address", verdict.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_whose_value_is_true_or_false_is_a_setting() =>
        Assert.Null(Score("preferences", TypeKind.Json, i => $"{{\"theme\": \"dark\", \"email\": {(i % 2 == 0 ? "true" : "false")}, \"page\": {i % 4}}}").Kind);

    [Fact]
    public void Json_that_was_cut_or_is_none_speaks_up_to_there()
    {
        Assert.Equal(PersonalKind.FreeText, Score("payload", TypeKind.Json, _ => "{\"email\": \"" + new string('x', 5000) + "\"}").Kind);
        Assert.Null(Score("payload", TypeKind.Json, _ => "{{{").Kind);
    }

    [Theory]
    [InlineData("email address", null)]
    [InlineData("Zolbraxu Quimdelo", PersonalKind.Name)]
    public void One_value_in_small_letters_that_comes_again_and_again_is_nobodys_name(string value, PersonalKind? kind)
    {
        var sample = new ColumnSample();
        for (var i = 0; i < 100; i++) sample.Add(Encoding.UTF8.GetBytes(value));
        var table = Table("name", TypeKind.Text) with { Name = "django_admin_log" };
        var verdict = ColumnScorer.Score(table, table.Columns[0], sample);
        Assert.Equal(kind, verdict.Kind);
        Assert.Equal(kind is not null, verdict.IsSure);
    }

    [Fact]
    public void Words_that_come_again_and_again_are_nobodys() => Assert.Null(Score("c1", TypeKind.Text, i => $"state{i % 4}").Kind);

    [Theory]
    [InlineData("file_name", "scan_{0}_{1}.pdf")]
    [InlineData("dateiname", "{1}.{0}_Ausweis.jpg")]
    [InlineData("document_name", "{1} {0} Vertrag.docx")]
    [InlineData("passport_scan_path", "/uploads/2024/07/{0}-{1}.png")]
    public void Files_that_people_name_are_left_to_a_person(string name, string pattern) =>
        Assert.False(Score(name, TypeKind.Text, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, PeoplesFiles[i % PeoplesFiles.Length], PeoplesFiles[i / PeoplesFiles.Length])).IsSure);

    [Theory]
    [InlineData("file_name", "IMG_{0:00000000}.jpg")]
    [InlineData("file_name", "{1:N}.pdf")]
    [InlineData("document_name", "{1:D}.docx")]
    [InlineData("document_name", "invoice-{0}-copy.pdf")]
    public void Files_that_programs_name_are_nobodys(string name, string pattern)
    {
        var random = new Random(7);
        var bytes = new byte[16];
        var verdict = Score(name, TypeKind.Text, i =>
        {
            random.NextBytes(bytes);
            return string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, i * 7919, new Guid(bytes));
        });
        Assert.True(verdict is { Kind: null, IsSure: true }, verdict.Why);
    }

    [Theory]
    [InlineData("category")]
    [InlineData("status")]
    [InlineData("phone")]
    public void A_single_address_among_words_makes_nobodys_column_somebodys(string name)
    {
        var words = new ColumnSample();
        for (var i = 0; i < 20_000; i++) words.Add(Encoding.UTF8.GetBytes($"word{"abc"[i % 3]}"));
        words.Add("anna.schmidt@posteo-mail.net"u8);
        var verdict = ColumnScorer.Score(Table(name), Table(name).Columns[0], words);
        Assert.Equal(PersonalKind.FreeText, verdict.Kind);
        Assert.False(verdict.IsSure);
        Assert.Equal((PersonalKind.Email, true), (Assert.Single(verdict.Seen).Kind, verdict.Seen[0].IsUnmistakable));
    }

    [Fact]
    public void Countries_that_are_called_like_people_stay_nobodys() =>
        Assert.Empty(Score("country", TypeKind.Text, i => new[] { "Jordan", "Germany", "Norway", "Kenya", "Brazil", "Japan", "Peru" }[i % 7]).Seen);

    [Fact]
    public void A_boolean_called_phone_is_none() => Assert.Null(Score("phone", TypeKind.Boolean, _ => "t").Kind);

    [Fact]
    public void Reasons_never_quote_a_value()
    {
        foreach (var kind in new[] { TypeKind.Text, TypeKind.Json, TypeKind.Array, TypeKind.Integer, TypeKind.Date })
            foreach (var column in new[] { "email", "c1", "notes", "phone", "status" })
                Assert.DoesNotContain("canary", Score(column, kind, i => $"canary{i % 7} canary{i}@canary.org {{\"canary\": 1}}").Why, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("South", "West")]
    [InlineData("west", "north")]
    [InlineData("Nord", "Ouest")]
    public void Compass_points_are_nobodys_last_name(string one, string other)
    {
        Assert.Null(Score("region", TypeKind.Text, i => i % 2 == 0 ? one : other).Kind);
        Assert.All(Recognizers.All.Where(recognizer => recognizer.Kind is PersonalKind.LastName or PersonalKind.FirstName or PersonalKind.Name),
            recognizer => Assert.False(recognizer.IsWhole(Encoding.UTF8.GetBytes(one)) || recognizer.Count(Encoding.UTF8.GetBytes(other)) > 0));
    }

    [Fact]
    public void A_person_called_like_a_compass_point_is_one()
    {
        var name = Recognizers.All.Single(recognizer => recognizer.Name == "full-name");
        Assert.True(name.IsWhole("Anna West"u8));
        Assert.True(name.IsWhole("Nord, Peter"u8));
        Assert.False(name.IsWhole("West Virginia"u8));
    }

    [Theory]
    [InlineData("last_login")]
    [InlineData("lastLogin")]
    [InlineData("previous_login")]
    [InlineData("letzter_login")]
    public void The_moment_of_a_login_is_no_user_name_and_what_a_text_holds_is_asked(string column)
    {
        var verdict = Score(column, TypeKind.Text, i => $"2024-03-{1 + i % 28:00} 10:11:{i % 60:00}");
        Assert.Null(verdict.Kind);
        Assert.False(verdict.IsSure);
        Assert.Equal(PersonalKind.Username, Score("login", TypeKind.Text, i => $"anna{i}x").Kind);
        Assert.Equal(PersonalKind.Username, Score("last_login_name", TypeKind.Text, i => $"anna{i}x").Kind);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("invoice_token")]
    [InlineData("clave")]
    public void Numbers_of_invoices_are_no_secrets_and_a_person_looks(string column)
    {
        var verdict = Score(column, TypeKind.Text, i => $"INV/2024/{i:00000}");
        Assert.Null(verdict.Kind);
        Assert.False(verdict.IsSure);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("schluessel")]
    [InlineData("chave")]
    public void Keys_of_settings_are_no_secrets_and_a_person_looks(string column)
    {
        var verdict = Score(column, TypeKind.Text, i => $"{(char)('a' + i % 26)}{(char)('a' + i / 26)}_max.size-of_pages");
        Assert.Null(verdict.Kind);
        Assert.False(verdict.IsSure);
        Assert.Equal(PersonalKind.Token, Score(column, TypeKind.Text, i => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)i, (byte)(i >> 8)]))).Kind);
    }

    [Fact]
    public void A_password_of_words_stays_a_secret() =>
        Assert.Equal(PersonalKind.Token, Score("password", TypeKind.Text, i => $"correct-horse-{(char)('a' + i % 26)}{(char)('a' + i / 26)}").Kind);

    [Fact]
    public void What_is_always_numbered_is_hardly_a_name_and_a_person_looks()
    {
        var verdict = Score("customer_name", TypeKind.Text, i => $"Folding lamp {i}");
        Assert.Null(verdict.Kind);
        Assert.False(verdict.IsSure);
    }

    [Fact]
    public void Partners_that_end_as_companies_do_are_companies() =>
        Assert.Equal(PersonalKind.Company, Score("partner_name", TypeKind.Text, i => $"Harbour{(char)('a' + i % 26)} {(i % 2 == 0 ? "GmbH" : "& Sons Ltd.")}").Kind);

    [Fact]
    public void A_name_of_whom_nothing_says_is_a_persons_when_values_or_neighbours_say_so()
    {
        Assert.Null(Score("name", TypeKind.Text, i => $"Folding lamp {(char)('a' + i % 26)}").Kind);
        Assert.False(Score("name", TypeKind.Text, i => $"Folding lamp {(char)('a' + i % 26)}").IsSure);
        Assert.Equal(PersonalKind.Name, Score("name", TypeKind.Text, i => $"Anna {(i % 2 == 0 ? "Weber" : "Schmidt")}").Kind);
        var columns = Table("name").Columns.Concat(Table("email").Columns).ToList();
        Assert.Equal(PersonalKind.Name, ColumnScorer.Score(Table("name") with { Columns = columns }, columns[0], null).Kind);
        Assert.True(ColumnScorer.Score(Table("name") with { Columns = columns }, columns[0], null).IsSure);
    }

    [Fact]
    public void Keys_of_a_session_are_drawn_at_random_and_keys_of_rows_are_not()
    {
        var table = Table("id") with { Name = "sessions" };
        Assert.Equal(PersonalKind.Token, ColumnScorer.Score(table, table.Columns[0], Sample(i => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)i, (byte)(i >> 8)])))).Kind);
        Assert.Null(ColumnScorer.Score(table, table.Columns[0], Sample(i => $"{i}")).Kind);
        Assert.Null(Score("created_by", TypeKind.Text, i => $"{i}").Kind);
        Assert.Equal(PersonalKind.Username, Score("created_by", TypeKind.Text, i => $"anna{i}x").Kind);
        Assert.Null(Score("created_by", TypeKind.Integer, i => $"{i}").Kind);
    }

    [Fact]
    public void Persons_in_a_table_of_things_are_found_by_their_names()
    {
        var table = Table("name") with { Name = "orders" };
        Assert.Equal(PersonalKind.Name, ColumnScorer.Score(table, table.Columns[0], Sample(i => $"Anna {(i % 2 == 0 ? "Weber" : "Schmidt")}")).Kind);
    }

    private static ColumnSample Sample(Func<int, string> value)
    {
        var sample = new ColumnSample();
        for (var i = 0; i < 300; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return sample;
    }

    private static ColumnVerdict Score(string name, TypeKind kind, Func<int, string>? value)
    {
        var table = Table(name, kind);
        var column = table.Columns[0];
        if (value is null) return ColumnScorer.Score(table, column, null);
        var sample = new ColumnSample();
        for (var i = 0; i < 300; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return ColumnScorer.Score(table, column, sample);
    }

    private static Table Table(string column, TypeKind kind = TypeKind.Text) => new(1, "public", "t", TableKind.Ordinary, IsPartition: false, [],
        [new Column(column, new ColumnType("t", kind, kind == TypeKind.Text ? "text" : "x"), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null)],
        [], new HashSet<string>());
}
