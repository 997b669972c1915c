using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Stages.Selection;

namespace CiAnon.Tests.Stages.Selection;

public class KeyTests
{
    private static readonly KeyHasher Hasher = new(new SipHash(new byte[16]));

    [Theory]
    [InlineData("Plain", "1", "1", true)]
    [InlineData("Plain", "1.0", "1.00", false)]
    [InlineData("Number", "1.0", "1", true)]
    [InlineData("Number", "10", "1", false)]
    [InlineData("Number", "1.50", "1.5", true)]
    [InlineData("Number", "-0", "0", true)]
    [InlineData("Integer", "7", "7", true)]
    [InlineData("Integer", "7", "8", false)]
    [InlineData("Integer", "7", "-7", false)]
    [InlineData("Integer", "0x1F", "0x1F", true)]
    [InlineData("Integer", "0x1F", "0", false)]
    [InlineData("Integer", "9223372036854775807", "-9223372036854775808", false)]
    [InlineData("Padded", "ab  ", "ab", true)]
    [InlineData("Folded", "Über", "üBER", true)]
    [InlineData("Plain", "a\\tb", "a\\011b", true)]
    public void Keys_are_equal_where_postgres_finds_them_equal(string form, string a, string b, bool areEqual) =>
        Assert.Equal(areEqual, Hash(Enum.Parse<KeyForm>(form), a) == Hash(Enum.Parse<KeyForm>(form), b));

    [Fact]
    public void A_key_with_null_in_it_refers_to_nothing_and_its_columns_stay_apart()
    {
        var pair = new KeySpec([0, 1], [KeyForm.Plain, KeyForm.Plain]);
        Assert.Equal(KeyHasher.None, Hash(pair, "1\t\\N"));
        Assert.NotEqual(Hash(pair, "ab\tc"), Hash(pair, "a\tbc"));
        Assert.Equal(Hash(pair, "ab\tc"), Hash(pair, "ab\tc"));
    }

    [Fact]
    public void A_reference_for_some_rows_is_none_for_the_others()
    {
        var post = new KeySpec([1], [KeyForm.Plain], (0, "Post"));
        Assert.NotEqual(KeyHasher.None, Hash(post, "Post\t7"));
        Assert.Equal(Hash(new KeySpec([1], [KeyForm.Plain]), "x\t7"), Hash(post, "Post\t7"));
        Assert.Equal(KeyHasher.None, Hash(post, "Photo\t7"));
        Assert.Equal(KeyHasher.None, Hash(post, "\\N\t7"));
    }

    [Fact]
    public void Types_say_how_keys_are_compared()
    {
        Assert.Equal(KeyForm.Number, KeyForms.Of(new("numeric", TypeKind.Decimal, "numeric"), new("integer", TypeKind.Integer, "int4")));
        Assert.Equal(KeyForm.Padded, KeyForms.Of(new("text", TypeKind.Text, "text"), new("character(3)", TypeKind.Text, "bpchar", 3)));
        Assert.Equal(KeyForm.Folded, KeyForms.Of(new("citext", TypeKind.Text, "citext"), new("citext", TypeKind.Text, "citext")));
        Assert.Equal(KeyForm.Plain, KeyForms.Of(new("uuid", TypeKind.Uuid, "uuid"), new("uuid", TypeKind.Uuid, "uuid")));
        Assert.Equal(KeyForm.Plain, KeyForms.ToDraw(new("bigint", TypeKind.Integer, "int8")));
        Assert.Equal(KeyForm.Integer, KeyForms.Of(new("bigint", TypeKind.Integer, "int8"), new("integer", TypeKind.Integer, "int4")));
    }

    [Fact]
    public void A_share_is_drawn_near_enough_and_a_larger_one_holds_it()
    {
        var subjects = Enumerable.Range(0, 20_000).Select(row => Hasher.Hash(1, row)).ToList();
        var tenth = subjects.Where(subject => Sampling.IsDrawn(subject, 0.1)).ToList();
        Assert.InRange(tenth.Count, 1700, 2300);
        Assert.DoesNotContain(tenth, subject => !Sampling.IsDrawn(subject, 0.2));
        Assert.All(subjects, subject => Assert.True(Sampling.IsDrawn(subject, 1)));
    }

    [Fact]
    public void Of_every_stratum_the_share_is_drawn_and_a_subject_wholly()
    {
        var rows = Enumerable.Range(0, 1000).Select(row => (Stratum: (ulong)(row % 100 == 0 ? 2 : 1), Subject: Hasher.Hash(1, row))).ToList();
        var drawn = Sampling.Draw([.. rows, (2UL, rows[1].Subject)], 0.1);
        Assert.Equal(99, rows.Count(row => row.Stratum == 1 && drawn.Contains(row.Subject)));
        Assert.Equal(1, rows.Count(row => row.Stratum == 2 && drawn.Contains(row.Subject)));
    }

    private static ulong Hash(KeyForm form, string value) => Hash(new KeySpec([0], [form]), value);

    private static ulong Hash(KeySpec key, string row)
    {
        var bytes = Encoding.UTF8.GetBytes(row);
        var view = new RowView(row.Count(character => character == '\t') + 1, row.Count(character => character == '\t'));
        view.Read(bytes, 0);
        return Hasher.Hash(key, key.Case is { } rows ? Encoding.UTF8.GetBytes(rows.Value) : null, bytes, view);
    }
}
