using System.Text;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>A name is found the other way round and with an initial, and not across two people.</summary>
public class NameFormsTests
{
    [Theory]
    [InlineData("LINDQVISTA|Karl", "last name first")]
    [InlineData("Lindqvista^Karl", "last name first")]
    [InlineData("17|Lindqvista|Karl|m", "last name first")]
    [InlineData("17\tLindqvista\tKarl\tm", "last name first")]
    [InlineData("Lindqvista Karl", "last name first")]
    [InlineData("{none,\"lindqvista karl\"}", "last name first")]
    [InlineData("<name>Lindqvista Karl</name>", "last name first")]
    [InlineData("met Lindqvista Karl today", "last name first")]
    [InlineData("login lindqvista.karl failed", "last name first")]
    [InlineData("/home/lindqvista_karl/notes.txt", "last name first")]
    [InlineData("lindqvista-karl", "last name first")]
    [InlineData("Lindqvista / Karl", "last name first")]
    [InlineData("LINDQVISTA|x|Karl", "last name first in fields apart")]
    [InlineData("9;Lindqvista;1970;Karl;m", "last name first in fields apart")]
    [InlineData("Karl|7|Lindqvista", "fields apart")]
    [InlineData("\"Karl\";\"x\";\"Lindqvista\"", "fields apart")]
    [InlineData("karl_lindqvista", "")]
    [InlineData("Lindqvista, Karl", "")]
    [InlineData("by K. Lindqvista, Ph.D.", "initial and last name")]
    [InlineData("by K.Lindqvista", "initial and last name")]
    [InlineData("ask k.lindqvista or k_lindqvista", "initial and last name")]
    [InlineData("Lindqvista, K. and others", "initial and last name")]
    [InlineData("met Lindqvista K. yesterday", "initial and last name")]
    [InlineData("lindqvista.k", "initial and last name")]
    [InlineData("klindqvista", "initial and last name")]
    [InlineData("merged @klindqvista thanks", "initial and last name")]
    [InlineData("""{"login": "klindqvista"}""", "initial and last name in $.login")]
    [InlineData("K Lindqvista", "initial and last name")]
    public void First_and_last_name_of_a_row_are_found(string text, string path)
    {
        using var originals = Row("Karl", "Lindqvista");
        var hit = Assert.Single(originals.In(text).Hits());
        Assert.Equal((PersonalKind.Name, path), (hit.Kind, hit.Path));

        using var whole = Searched.For((PersonalKind.Name, "Karl Lindqvista"));
        Assert.Equal(path, Assert.Single(whole.In(text).Hits()).Path);
    }

    // Capital letters say where a name ends in a sentence, whatever the alphabet and the accents.
    [Theory]
    [InlineData("Özlem", "Özdemirella", "Termin für Özdemirella, Özlem gebucht", "")]
    [InlineData("Özlem", "Özdemirella", "für ÖZDEMIRELLA Özlem gebucht", "last name first")]
    [InlineData("Özlem", "Özdemirella", "für Ö. Özdemirella gebucht", "initial and last name")]
    [InlineData("Ế", "Đặngella", "gọi Đặngella Ế lại", "last name first")]
    [InlineData("Пётр", "Квибблетон", "звонил Квибблетон, Пётр снова", "")]
    [InlineData("Пётр", "Квибблетон", "звонил КВИББЛЕТОН Пётр снова", "last name first")]
    [InlineData("Пётр", "Квибблетон", "звонил П. Квибблетон снова", "initial and last name")]
    [InlineData("Пётр", "Квибблетон", "Квибблетон, П. звонил", "initial and last name")]
    [InlineData("Νίκος", "Κουιμπλετόν", "για Κουιμπλετόν, Νίκος ξανά", "")]
    [InlineData("Νίκος", "Κουιμπλετόν", "για Κουιμπλετόν Νίκος ξανά", "last name first")]
    [InlineData("Νίκος", "Κουιμπλετόν", "Ν.Κουιμπλετόν", "initial and last name")]
    [InlineData("Նարե", "Քուիբլյան", "for Քուիբլյան, Նարե again", "")]
    public void Names_of_every_alphabet_are_found_in_a_sentence(string first, string last, string text, string path)
    {
        using var originals = Row(first, last);
        Assert.Equal((PersonalKind.Name, path), Assert.Single(originals.In(text).Hits().Select(hit => (hit.Kind, hit.Path))));
        using var whole = Searched.For((PersonalKind.Name, $"{first} {last}"));
        Assert.Equal(path, Assert.Single(whole.In(text).Hits()).Path);
    }

    // The family's name leads, nothing parts the two, and what is said of them follows without a blank.
    [Theory]
    [InlineData("小明", "王", "昨天王小明来了")]
    [InlineData("小明", "王", "王 小明")]
    [InlineData("太郎", "山田", "山田太郎さん")]
    [InlineData("さくら", "林", "林さくら様")]
    [InlineData("タロウ", "ヤマダ", "ヤマダ　タロウ様")]
    [InlineData("タロウ", "ヤマダ", "やまだたろうです")]
    [InlineData("タロウ", "ヤマダ", "ﾔﾏﾀﾞ ﾀﾛｳ")]
    [InlineData("タロウ", "ヤマタ", "ﾔﾏﾀﾞ ﾀﾛｳ")]
    [InlineData("민준", "김", "김민준은 왔다")]
    [InlineData("민준", "김", "담당자:김민준님")]
    [InlineData("민준", "김", "\u1100\u1175\u11b7\u1106\u1175\u11ab\u110c\u116e\u11ab")]
    [InlineData("우", "남궁", "남궁우 고객")]
    [InlineData("민준", "김", "고객 민준 김 문의")]
    [InlineData("太郎", "山田", "Dear 太郎 山田,")]
    public void Names_without_blanks_are_found_in_one_column_and_in_two(string first, string last, string text)
    {
        using var originals = Row(first, last);
        Assert.Equal((PersonalKind.Name, ""), Assert.Single(originals.In(text).Hits().Select(hit => (hit.Kind, hit.Path))));
        using var whole = Searched.For((PersonalKind.Name, last + first));
        if (!text.Contains(first + " " + last, StringComparison.Ordinal)) Assert.Equal("", Assert.Single(whole.In(text).Hits()).Path);
        using var parted = Searched.For((PersonalKind.Name, $"{first} {last}"));
        Assert.Equal("", Assert.Single(parted.In(text).Hits()).Path);
    }

    [Fact]
    public void A_name_whose_first_word_is_longer_than_what_is_compared_is_read()
    {
        using var originals = Searched.For((PersonalKind.Name, new string('x', 200) + " Lindqvista"), (PersonalKind.Name, "Karl Lindqvista"));
        Assert.False(originals.In("met Lindqvista, Karl").IsEmpty);
    }

    [Theory]
    [InlineData("娜", "李", "李娜")]
    [InlineData("구", "김", "김구")]
    [InlineData("ら", "さく", "さくら")]
    [InlineData("민준", "김", "김민지")]
    public void Two_ideographs_and_short_kana_say_too_little(string first, string last, string text)
    {
        using var originals = Row(first, last);
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("Анна Квибблетон, Пётр Берг")]
    [InlineData("анна квибблетон, пётр берг")]
    [InlineData("Анна Квибблетон Пётр Берг")]
    [InlineData("А. Квибблетон")]
    [InlineData("П. Квибблетонов")]
    [InlineData("день пквибблетон и дождь")]
    public void Capital_letters_of_every_alphabet_tell_two_people_apart(string text)
    {
        using var originals = Row("Пётр", "Квибблетон");
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("Anna Lindqvista Karl Berg")]
    [InlineData("Anna Lindqvista/Karl Berg")]
    [InlineData("anna lindqvista karl berg")]
    [InlineData("said Lindqvista. Karl left")]
    [InlineData("Lindqvista\nKarl")]
    [InlineData("Anna|Lindqvista 17|Karl")]
    [InlineData("P.K. Lindqvista")]
    [InlineData("Lindqvista K2")]
    [InlineData("a day of klindqvista and rain")]
    [InlineData("vitamin K Lindqvista")]
    [InlineData("L. Lindqvista")]
    [InlineData("K. Lindqvistas")]
    public void Names_of_two_people_and_everyday_words_are_nobodys(string text)
    {
        using var originals = Row("Karl", "Lindqvista");
        Assert.True(originals.In(text).IsEmpty);
    }

    [Theory]
    [InlineData("Jane", "Miller", "J. Miller", true)]
    [InlineData("Jane", "Miller", "jmiller", true)]
    [InlineData("Jane", "Miller", "{\"by\": \"j.miller\"}", true)]
    [InlineData("Jane", "Miller", "as J. Miller writes", false)]
    [InlineData("Jane", "Lee", "J. Lee", false)]
    [InlineData("Jane", "von Lindqvist", "by J. von Lindqvist", true)]
    [InlineData("王", "Lindqvista", "by L. Lindqvista", false)]
    public void An_initial_with_a_name_that_many_have_counts_only_alone(string first, string last, string text, bool found)
    {
        using var originals = Row(first, last);
        Assert.Equal(found, !originals.In(text).IsEmpty);
    }

    [Fact]
    public void Names_of_different_rows_are_nobodys()
    {
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.FirstName, PersonalKind.LastName]);
        foreach (var (first, last) in new[] { ("Karl", "Lindqvista"), ("Berta", "Sonnenbergo") })
        {
            sink.Field(0, Encoding.UTF8.GetBytes(first));
            sink.Field(1, Encoding.UTF8.GetBytes(last));
            sink.EndRow();
        }
        originals.Freeze();
        foreach (var text in new[] { "Lindqvista|Berta", "Lindqvista Berta", "B. Lindqvista", "blindqvista", "LINDQVISTA|x|Berta" }) Assert.True(originals.In(text).IsEmpty, text);
        Assert.Equal(2, originals.Distinct(PersonalKind.Name));
    }

    internal static Originals Row(string first, string last)
    {
        var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.FirstName, PersonalKind.LastName]);
        sink.Field(0, Encoding.UTF8.GetBytes(first));
        sink.Field(1, Encoding.UTF8.GetBytes(last));
        sink.EndRow();
        originals.Freeze();
        return originals;
    }
}
