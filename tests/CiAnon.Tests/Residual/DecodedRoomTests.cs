namespace CiAnon.Tests.Residual;

/// <summary>What puts names together writes more than it reads, and more than the room that another value left.</summary>
public sealed class DecodedRoomTests
{
    // Each is joined with those before it.
    [Fact]
    public void A_long_list_under_one_label_is_read_to_its_end()
    {
        var names = string.Join("\", \"", Enumerable.Range(0, 18).Select(number => new string((char)('a' + number), 40)));
        FindsOne($$"""{"first": "Ann", "x": "{{new string('x', 415)}}", "last": "Lee"}""", $$"""{"names": ["{{names}}"], "first": "Käthe", "age": 41, "last": "Möllenkamp"}""");
    }

    // Each delimiter makes fields of its own.
    [Fact]
    public void Fields_between_delimiters_of_every_kind_are_read_to_their_end() =>
        FindsOne($"{new string('x', 330)}|a|b", string.Concat(Enumerable.Repeat("aaaaa|bbbbb;ccccc^ddddd\t", 25)) + "|Käthe|x|Möllenkamp");

    private static void FindsOne(params string[] texts)
    {
        using var originals = NameFormsTests.Row("Käthe", "Möllenkamp");
        Assert.Single(originals.In(texts).Hits());
    }
}
