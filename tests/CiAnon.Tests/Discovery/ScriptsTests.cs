using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery;

/// <summary>Names of columns in other scripts, what people write for them in Latin letters, and words that languages share.</summary>
public class ScriptsTests
{
    [Theory]
    [InlineData("прізвище", "prizvyshche prizvishche pryzvysche")]
    [InlineData("имя пользователя", "imya_polzovatelya imja_polzovatelja imia_polzovatelia")]
    [InlineData("διεύθυνση", "dieuthynsi diefthinsi dieythynsh")]
    [InlineData("ημερομηνία γέννησης", "imerominia_gennisis hmeromhnia_gennhshs")]
    public void Latin_letters_stand_for_Cyrillic_and_Greek_however_they_are_written(string word, string written)
    {
        var kind = ColumnNames.Recognize("t", word.Replace(' ', '_'))?.Kind;
        Assert.NotNull(kind);
        Assert.All(written.Split(' '), spelling => Assert.Equal(kind, ColumnNames.Recognize("t", spelling)?.Kind));
    }

    [Theory]
    [InlineData("preferences")]
    [InlineData("description_html")]
    [InlineData("warehouse")]
    [InlineData("transition")]
    [InlineData("performance")]
    [InlineData("dependency")]
    public void English_words_stand_for_none(string column) => Assert.Null(NameLexicon.FindTransliterated(column.Replace("_", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("보호자연락처", PersonalKind.Phone)]
    [InlineData("收件人手机号", PersonalKind.Phone)]
    [InlineData("เบอร์ผู้รับ", PersonalKind.Phone)]
    [InlineData("订单编号", PersonalKind.RecordNumber)]
    [InlineData("계약번호", PersonalKind.RecordNumber)]
    [InlineData("เลขที่ใบสั่งซื้อ", PersonalKind.RecordNumber)]
    [InlineData("номер_заказа", PersonalKind.RecordNumber)]
    [InlineData("رقم_الفاتورة", PersonalKind.RecordNumber)]
    [InlineData("מספר_דרכון", PersonalKind.NationalId)]
    public void Words_without_blanks_and_numbers_in_every_script_are_read(string column, PersonalKind kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Theory]
    [InlineData("هاتف", "الهاتف")]
    [InlineData("مدينة", "المدينه")]
    public void Arabic_words_are_the_same_with_an_article_and_in_either_spelling(string column, string other) =>
        Assert.Equal((ColumnNames.Recognize("t", column)?.Kind, true), (ColumnNames.Recognize("t", other)?.Kind, ColumnNames.Recognize("t", other)?.Kind is not null));

    [Theory]
    [InlineData("nama_barang", null)]
    [InlineData("שם_מוצר", null)]
    [InlineData("उत्पाद_का_नाम", null)]
    [InlineData("اسم_الطبيب", PersonalKind.Name)]
    [InlineData("nama_dokter", PersonalKind.Name)]
    public void A_word_for_a_name_is_of_whom_the_other_word_says(string column, PersonalKind? kind) => Assert.Equal(kind, ColumnNames.Recognize("t", column)?.Kind);

    [Fact]
    public void A_word_that_languages_mean_differently_is_the_table_s()
    {
        Assert.Equal(PersonalKind.NationalId, Told("nik", "tanggal_lahir", "nama_lengkap", "alamat"));
        Assert.Equal(PersonalKind.Username, Told("nik", "familiya", "otchestvo", "ulitsa"));
    }

    [Theory]
    [InlineData("남")]
    [InlineData("男")]
    [InlineData("ж")]
    [InlineData("أنثى")]
    [InlineData("נקבה")]
    [InlineData("หญิง")]
    [InlineData("महिला")]
    public void Men_and_women_are_known_in_every_script(string word) => Assert.True(GenderWords.Contains(Encoding.UTF8.GetBytes(word)));

    [Fact]
    public void Letters_of_other_scripts_stand_before_numbers_of_records() =>
        Assert.Equal(PersonalKind.RecordNumber, Score("клиенты", ["код_клиента"], i => $"КЛ-{10_000 + i * 7}").Kind);

    [Fact]
    public void Names_that_nobody_can_read_are_asked_in_tables_of_people()
    {
        var verdict = Score("users", ["grumblefy", "last_name"], i => i % 2 == 0 ? "Vrengost" : "Palomiqu");
        Assert.Equal((null, false), (verdict.Kind, verdict.IsSure));
        Assert.True(Score("users", ["status", "last_name"], i => i % 2 == 0 ? "waiting" : "settled").IsSure);
    }

    [Fact]
    public void Texts_of_a_full_name_s_shape_are_names_where_some_are_known()
    {
        string[] people = ["Anna Weber", "Quimdelo Zolbraxu", "Vrengost Trelvano", "Peter Schmidt", "Oskuvidi Brzewik"];
        Assert.Equal(PersonalKind.Name, Score("t", ["grumblefy"], i => $"{people[i % 5]}{(char)('a' + i / 5 % 26)}{(char)('a' + i / 130)}").Kind);
    }

    [Theory]
    [InlineData("brand")]
    [InlineData("marke")]
    [InlineData("marque")]
    [InlineData("car_brand")]
    public void Brands_that_are_called_like_people_are_asked_and_no_last_names(string column)
    {
        string[] brands = ["Bosch", "Miele", "Braun", "Siemens", "Schneider", "Becker", "Weber", "Müller", "Vogel", "Schmidt"];
        var verdict = Score("appliances", [column], i => brands[i % brands.Length]);
        Assert.Equal((null, false), (verdict.Kind, verdict.IsSure));
    }

    private static PersonalKind? Told(params string[] columns) => ColumnNames.Recognize(Table("t", columns), Table("t", columns).Columns[0])?.Kind;

    private static ColumnVerdict Score(string table, string[] columns, Func<int, string> value)
    {
        var sample = new ColumnSample();
        for (var i = 0; i < 300; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return ColumnScorer.Score(Table(table, columns), Table(table, columns).Columns[0], sample);
    }

    private static Table Table(string name, string[] columns) => new(1, "public", name, TableKind.Ordinary, IsPartition: false, [],
        [.. columns.Select(column => new Column(column, new ColumnType("text", TypeKind.Text, "text"), NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null))],
        [], new HashSet<string>());
}
