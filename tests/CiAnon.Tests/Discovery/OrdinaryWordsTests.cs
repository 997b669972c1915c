using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery;

/// <summary>Names that a stranger's databases had: words that hold another by chance, numbers that aren't how many, names of things.</summary>
public class OrdinaryWordsTests
{
    [Theory]
    [InlineData("percentage")]
    [InlineData("passage")]
    [InlineData("linkage")]
    [InlineData("shortages")]
    [InlineData("confirmation")]
    [InlineData("affirmative")]
    [InlineData("infirmary")]
    [InlineData("export")]
    [InlineData("exports")]
    [InlineData("extend")]
    [InlineData("upscale")]
    [InlineData("hypnotized")]
    [InlineData("declavetage")]
    [InlineData("scorecard")]
    [InlineData("microphone")]
    [InlineData("heure_fin")]
    public void A_word_that_holds_a_personal_one_by_chance_says_nothing_of_people(string column) => Assert.False(ColumnNames.Recognize("things", column)?.Asks ?? false);

    [Theory]
    [InlineData("patientage", PersonalKind.BirthDate)]
    [InlineData("wohnort", PersonalKind.City)]
    [InlineData("vertragsfirma", PersonalKind.Company)]
    [InlineData("grundlohn", PersonalKind.Income)]
    public void A_compound_ends_or_begins_with_its_personal_word(string column, PersonalKind kind) => Assert.Equal(kind, ColumnNames.Recognize("things", column)?.Kind);

    [Theory]
    [InlineData("num_piece_identite", PersonalKind.NationalId)]
    [InlineData("num_tarjeta_sanitaria", null)]
    [InlineData("num_iban", PersonalKind.Account)]
    [InlineData("num_cards", null)]
    [InlineData("num_phones", null)]
    [InlineData("num_emails", null)]
    public void A_number_of_somebody_s_is_no_count(string column, PersonalKind? kind)
    {
        var verdict = ColumnNames.Recognize("clientes", column);
        if (column == "num_tarjeta_sanitaria") Assert.True(verdict!.Asks);
        else Assert.Equal(kind, verdict!.Kind);
    }

    [Theory]
    [InlineData("pw_reset_id", true)]
    [InlineData("password_recovery_code", true)]
    [InlineData("password_reset_at", false)]
    [InlineData("password_reset_count", false)]
    [InlineData("token_type", false)]
    public void What_opens_once_is_a_secret_and_when_it_did_is_none(string column, bool isSecret) => Assert.Equal(isSecret, ColumnNames.Recognize("users", column)?.Kind == PersonalKind.Token);

    [Fact]
    public void What_is_drawn_at_random_under_a_secret_s_name_is_no_fact_about_it()
    {
        Assert.Equal(PersonalKind.Token, Score("users", "password_layout", Text, i => $"{(ulong)(i + 1) * 0x9E3779B97F4A7C15UL:x16}{(ulong)(i + 7) * 0xC2B2AE3D27D4EB4FUL:x16}").Kind);
        Assert.Null(Score("users", "password_layout", Text, i => i % 2 == 0 ? "short" : "long").Kind);
    }

    [Theory]
    [InlineData("Male Female Undisclosed", true)]
    [InlineData("homme femme autre", true)]
    [InlineData("m f n", false)]
    [InlineData("male plug socket", false)]
    public void Values_that_say_man_or_woman_are_gender_whatever_the_column_is_called(string words, bool isGender) =>
        Assert.Equal(isGender, Score("userfields", "fid3", Text, i => words.Split(' ')[i % 3]).Kind == PersonalKind.Gender);

    [Theory]
    [InlineData("Thank you Grace|Thank you Noah|Very helpful", false)]
    [InlineData("Austritt Müller|Austritt Schmidt|Beitrag offen", false)]
    [InlineData("Very helpful|Rude|Too late", true)]
    public void Remarks_that_come_again_and_again_are_kept_only_where_they_speak_of_nobody(string remarks, bool isSure) =>
        Assert.True(Score("ratings", "comments", Text, i => remarks.Split('|')[i % 3]) is { Kind: null } verdict && verdict.IsSure == isSure);

    [Theory]
    [InlineData("loonstroken", "bruto", true)]
    [InlineData("loonstroken", "netto", true)]
    [InlineData("gehaltsabrechnungen", "brutto", true)]
    [InlineData("nominas", "irpf", true)]
    [InlineData("factures", "brut", false)]
    public void Amounts_on_a_slip_of_pay_are_income(string table, string column, bool isIncome) => Assert.Equal(isIncome, ColumnNames.Recognize(table, column)?.Kind == PersonalKind.Income);

    [Theory]
    [InlineData("rsv_ressource", "nom_ressource")]
    [InlineData("rsv_domaine", "nom_domaine")]
    [InlineData("instalaciones", "nombre_de_la_instalacion")]
    [InlineData("user_fields", "usf_name_intern")]
    [InlineData("functies", "functienaam")]
    public void A_thing_s_name_is_nobodys(string table, string column) => Assert.False(ColumnNames.Recognize(table, column)?.Asks ?? false);

    [Theory]
    [InlineData("commandes", "nom_client")]
    [InlineData("clients", "nom_usage")]
    [InlineData("alumnado", "nombre_completo")]
    public void A_person_s_name_with_the_word_in_front_is_one(string table, string column) => Assert.True(ColumnNames.Recognize(table, column)!.Asks);

    [Theory]
    [InlineData("ziekmeldingen", "zwangerschap", PersonalKind.Special)]
    [InlineData("alumnado", "localidad_nacimiento", PersonalKind.City)]
    [InlineData("domaines", "ip_adr", PersonalKind.Ip)]
    public void Words_of_other_languages_are_known_by_their_kind(string table, string column, PersonalKind kind) => Assert.Equal(kind, ColumnNames.Recognize(table, column)?.Kind);

    private static readonly ColumnType Text = new("text", TypeKind.Text, "text");

    private static ColumnVerdict Score(string table, string name, ColumnType type, Func<int, string> value)
    {
        var column = new Column(name, type, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var sample = new ColumnSample();
        for (var i = 0; i < 200; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return ColumnScorer.Score(new Table(1, "public", table, TableKind.Ordinary, IsPartition: false, [], [column], [], new HashSet<string>()), column, sample);
    }
}
