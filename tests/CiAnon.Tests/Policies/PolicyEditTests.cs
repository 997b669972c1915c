using System.Text;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Policies;

public class PolicyEditTests
{
    private static readonly ProposedRule[] Rules =
    [
        new("users", "email", "email", OptionValues.None.Given, null, "e-mail address"),
        new("users", "note", "null", OptionValues.None.Given),
        new("users", "born", "noise", new Dictionary<string, string> { ["range"] = "90 days" }),
        new("orders", "state", "keep", OptionValues.None.Given, "it's an enum: of 5 words", "# check"),
        new("crm.\"Sales Leads\"", "E-Mail, private", "email", OptionValues.None.Given),
    ];

    public static TheoryData<string> Texts =>
    [
        "version: 1",
        "version: 1\n",
        "version: 1\ntables:\n",
        "version: 1\ntables: ~\nretention: 7 days\n",
        "version: 1\ntables: {}\n",
        "version: 1\ntables: { } # none\nretention: 7 days",
        "{version: 1}",
        "{ version: 1, tables: { users: { rows: none } } }",
        "version: 1\ntables:\n  users: { rows: none }   # not now\n",
        "version: 1\ntables:\n  users: { rows: none, columns: {} }\n",
        "version: 1\ntables:\n  users: { columns: { email: hash, } }\n",
        "version: 1\ntables:\n  users:\n    columns: { name: name,   # a comment\n       note: text }\n    rows: all\n",
        "version: 1\ntables:\n  users:\n    columns:\n      name: name # who\n      # the rest\n    keep: [email]\n# the end",
        "version: 1\ntables:\n    users:\n        keep:\n        - note\n        - email\n    orders:\n        columns:\n            state: hash\n",
        "version: 1\r\ntables:\r\n  users:\r\n    keep: { note: { reason: x } }\r\nretention: 7 days\r\n",
        "version: 1\ntables:\n  users:\n    columns:\n      born:\n        strategy: noise\n        range: '90 days'\n  'orders':\n    keep: all\n\n\nlarge_objects: drop\n",
        "# only a comment\nversion: 1\ntables:\n  users:\n    columns:\n      name: { strategy: constant, value: \"a # b\" }",
        "version: 1\ntables:\n  users:\n    keep:\n      name:\n        reason: >\n          because\n          of it\n\n# after\n",
        "---\nversion: 1\ntables:\n  users:\n    columns:\n",
        "version: 1\ntables:\n  users:\n    columns: ~\n    rows: all\n...\n",
        "version: 1\ntables:\n  public.users:\n    columns:\n      name: name\n",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_there_stays_and_every_rule_is_added_once(string text)
    {
        var result = PolicyEdit.Add(text, Rules, Identity);
        AssertSubsequence(text, result);
        var policy = Read(result);
        foreach (var table in Rules.GroupBy(rule => rule.Table))
        {
            var columns = policy.Tables.Single(entry => Identity(entry.Name) == table.Key).Columns;
            Assert.All(table, rule => Assert.Single(columns, column => column.Column == rule.Column));
        }
        Assert.Equal(result, PolicyEdit.Add(result, Rules, Identity));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Rules_that_were_there_win(string text)
    {
        var before = TryRead(text)?.Tables.SelectMany(table => table.Columns.Select(rule => (Identity(table.Name), rule.Column, rule.Strategy.Name))).ToList() ?? [];
        var after = Read(PolicyEdit.Add(text, Rules, Identity)).Tables.SelectMany(table => table.Columns.Select(rule => (Identity(table.Name), rule.Column, rule.Strategy.Name)));
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public void Random_policies_keep_every_character()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var text = RandomPolicy(random);
            var result = PolicyEdit.Add(text, Rules, Identity);
            AssertSubsequence(text, result, $"seed {seed}, round {round}");
            var read = Result(result);
            Assert.True(read.Diagnostics.Count == 0, $"seed {seed}, round {round}: {string.Join("; ", read.Diagnostics)}\n{result}");
            Assert.Equal(result, PolicyEdit.Add(result, Rules, Identity));
        }
    }

    [Fact]
    public void A_new_policy_reads_well()
    {
        var text = PolicyEdit.Add("version: 1\n", Rules);
        Assert.Equal("""
            version: 1
            tables:

              users:
                columns:
                  email: email  # e-mail address
                  note: "null"
                  born: { strategy: noise, range: 90 days }

              orders:
                columns:
                  state: { strategy: keep, proposed: 'it''s an enum: of 5 words' }  # # check

              'crm."Sales Leads"':
                columns:
                  'E-Mail, private': email

            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_list_is_written_as_a_list()
    {
        var text = PolicyEdit.Add("version: 1\n", [new("users", "sex", "person", new Dictionary<string, string> { ["part"] = "gender", ["values"] = "[\"n\",\"m, w\"]" })]);
        Assert.Contains("sex: { strategy: person, part: gender, values: ['n', 'm, w'] }\n", text, StringComparison.Ordinal);
        Assert.Equal("[\"n\",\"m, w\"]", Read(text).Tables[0].Columns[0].Options.Given["values"]);
    }

    private static string Identity(string name) => name.StartsWith("public.", StringComparison.Ordinal) ? name[7..] : name;

    private static Policy Read(string text)
    {
        var result = Result(text);
        Assert.True(result.Policy is not null, $"{string.Join("; ", result.Diagnostics)}\n{text}");
        return result.Policy;
    }

    private static Policy? TryRead(string text) => Result(text).Policy;

    private static PolicyReadResult Result(string text) =>
        new PolicyReader(StrategyRegistry.All, Locales.All).Read("p", Encoding.UTF8.GetBytes(text), static _ => null, DateOnly.MinValue);

    private static void AssertSubsequence(string part, string whole, string where = "")
    {
        var at = 0;
        foreach (var character in whole)
            if (at < part.Length && part[at] == character) at++;
        Assert.True(at == part.Length, $"{where}: text was lost at {at}:\n{part}\n---\n{whole}");
    }

    private static string RandomPolicy(Random random)
    {
        var newline = random.Next(4) == 0 ? "\r\n" : "\n";
        var lines = new List<string> { "version: 1" };
        var step = random.Next(1, 5);
        string Pad(int depth) => new(' ', depth * step);
        string Noise() => random.Next(5) switch { 0 => "   # why not: { a", 1 => " ", _ => "" };
        if (random.Next(5) > 0) lines.Add("tables:" + Noise());
        foreach (var table in lines.Count == 1 ? [] : new[] { "users", "orders", "other", "public.more" }.Where(_ => random.Next(2) == 0))
        {
            if (random.Next(3) == 0) lines.Add("");
            if (random.Next(4) == 0) lines.Add(Pad(random.Next(3)) + "# about " + table);
            if (random.Next(3) == 0)
            {
                lines.Add($"{Pad(1)}\"{table}\": {{ rows: none{(random.Next(2) == 0 ? ", columns: { email: hash , 'x y': text}" : "")}{(random.Next(3) == 0 ? ",\n" + Pad(3) : "")} }}{Noise()}");
                continue;
            }
            lines.Add($"{Pad(1)}{table}:{Noise()}");
            var keys = new[] { "columns", "keep", "rows" }.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
            foreach (var key in keys)
            {
                if (key == "rows") lines.Add($"{Pad(2)}rows: all{Noise()}");
                else if (key == "keep") lines.Add(random.Next(2) == 0 ? $"{Pad(2)}keep: [note, k{Noise()}\n{Pad(3)}]" : $"{Pad(2)}keep:\n{Pad(2)}- note{Noise()}\n{Pad(2)}- 'k'");
                else
                {
                    lines.Add($"{Pad(2)}columns:{Noise()}");
                    lines.Add($"{Pad(3)}a_b: {{ strategy: noise, range: \"90 days\" }}{Noise()}");
                    if (random.Next(2) == 0) lines.Add($"{Pad(3)}email:{Noise()}\n{Pad(4)}strategy: email");
                }
            }
        }
        if (random.Next(2) == 0) lines.Add("retention: 7 days" + Noise());
        if (random.Next(3) == 0) lines.Add("# the end");
        var text = string.Join('\n', lines) + (random.Next(3) > 0 ? "\n" : "");
        return text.Replace("\n", newline);
    }
}
