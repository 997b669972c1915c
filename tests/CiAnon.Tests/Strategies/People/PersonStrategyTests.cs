using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.People;

public class PersonStrategyTests
{
    [Fact]
    public void All_that_columns_say_of_a_person_belongs_together()
    {
        Mask Part(string part, string by = "id") => StrategyRun.Mask("person", options: $"part={part};by={by}");
        var people = new HashSet<string>();
        for (var id = 0; id < 300; id++)
        {
            var row = RowRun.Of(("id", $"{id}", StrategyRun.Mask("digits", StrategyRun.Integer)), ("given", "Anna", Part("first_name")), ("family", "Müller", Part("last_name")), ("full", "Anna Müller", Part("name")),
                ("short", "??", Part("initials")), ("login", "anna", Part("username")), ("mail", "anna@x.org", Part("email")));
            Assert.Equal($"{row[1]} {row[2]}", row[3]);
            Assert.Equal($"{row[1][0]}{row[2][0]}", row[4]);
            Assert.Equal($"{Slug(row[1])}.{Slug(row[2])}", row[5]);
            Assert.Equal($"{row[5]}@anon.example", row[6]);
            people.Add(row[3]);
            // Another table knows the same person by its own column.
            Assert.Equal(row[3], RowRun.Of(("user_id", $"{id}", null), ("holder", "ANNA MÜLLER", Part("name", "user_id")))[1]);
        }
        Assert.True(people.Count > 290);
    }

    [Fact]
    public void Nobody_keeps_a_name_and_NULL_is_nobody_in_particular()
    {
        var initials = StrategyRun.Mask("person", options: "part=initials;by=id");
        for (var id = 0; id < 2000; id++)
        {
            var drawn = RowRun.Of(("id", $"{id}", null), ("short", "??", initials))[1];
            Assert.NotEqual(drawn, RowRun.Of(("id", $"{id}", null), ("short", drawn, initials))[1]);
        }
        var name = StrategyRun.Mask("person", options: "part=name;by=id");
        Assert.NotEqual(RowRun.Of(("id", @"\N", null), ("n", "Anna", name))[1], RowRun.Of(("id", @"\N", null), ("n", "Ben", name))[1]);
    }

    [Fact]
    public void Addresses_of_a_unique_column_have_digits()
    {
        var mask = StrategyRun.Mask("person", options: "part=email;by=id", distinct: 100_000);
        Assert.Matches("^[a-z]+[.a-z]*_[0-9a-f]{16}@anon\\.example$", RowRun.Of(("id", "1", null), ("mail", "a@b.c", mask))[1]);
        Assert.Contains("can't keep", StrategyRun.Problem("person", options: "part=name;by=id", distinct: 1000));
        Assert.Contains("needs 16 hexadecimal digits", StrategyRun.Problem("person", options: "part=email;by=id;digits=4", distinct: 100_000));
        Assert.Matches("^[a-z.]{1,7}@anon\\.example$", RowRun.Of(("id", "1", null), ("mail", "a@b.c", StrategyRun.Mask("person", StrategyRun.Varchar(20), "part=email;by=id")))[1]);
    }

    private static string Slug(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
