using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;

namespace CiAnon.Tests.Planning;

public class PlannerTests
{
    private readonly Schema _schema = new();

    [Fact]
    public void Columns_without_a_decision_name_the_commands_that_propose_one()
    {
        Assert.Contains("ci-anon init", DiagnosticCodes.Undecided.Help, StringComparison.Ordinal);
        Assert.Contains("ci-anon audit DUMP --fix", DiagnosticCodes.Undecided.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_was_only_proposed_works_and_is_called_undecided()
    {
        var a = _schema.Table("a", "note text", "code text", "email text");
        const string policy = "columns: { email: { strategy: email, proposed: 'addresses' } }\ntables: { a: { columns: { note: { strategy: text, proposed: 'prose, 50 %' } }, keep: { code: { proposed: codes } } } }";
        Assert.Equal("masked text: rule, undecided (prose, 50 %)", _schema.Decision(policy, a, "note"));
        Assert.Equal("kept: keep, undecided (codes)", _schema.Decision(policy, a, "code"));
        Assert.Equal("masked email: rule for columns email, undecided (addresses)", _schema.Decision(policy, a, "email"));
    }

    [Fact]
    public void A_rule_by_name_wins_over_keep_all_and_a_table_s_own_rule_over_both()
    {
        var a = _schema.Table("a", "email text", "phone text", "tier text");
        const string policy = "columns: { email: email, phone: phone }\ntables: { a: { columns: { email: redact }, keep: all } }";
        Assert.Equal("masked redact: rule", _schema.Decision(policy, a, "email"));
        Assert.Equal("masked phone: rule for columns phone", _schema.Decision(policy, a, "phone"));
        Assert.Equal("kept: keep: all", _schema.Decision(policy, a, "tier"));
    }

    [Fact]
    public void A_table_that_keeps_everything_with_a_reason_keeps_what_no_rule_names()
    {
        var a = _schema.Table("a", "email text", "tier text");
        const string policy = "columns: { email: email }\ntables: { a: { keep: { '*': { reason: 'words of ours' } } } }";
        Assert.Equal("masked email: rule for columns email", _schema.Decision(policy, a, "email"));
        Assert.Equal("kept: keep (words of ours)", _schema.Decision(policy, a, "tier"));
    }

    [Fact]
    public void A_rule_for_every_column_names_none_so_keep_all_wins_over_it()
    {
        var a = _schema.Table("a", "tier text");
        Assert.Equal("kept: keep: all", _schema.Decision("columns: { '*': redact }\ntables: { a: { keep: all } }", a, "tier"));
    }

    [Theory]
    [InlineData("keep: [e*]")]
    [InlineData("keep: ['*mail']")]
    [InlineData("columns: { 'e*': keep }")]
    [InlineData("keep: { 'e*': { reason: 'codes of ours' } }")]
    public void A_table_that_keeps_by_a_pattern_keeps_nothing_that_a_rule_names(string keep)
    {
        var a = _schema.Table("a", "email text", "home_email text");
        Assert.Equal("masked email: rule for columns email", _schema.Decision($"columns: {{ email: email, home_email: email }}\ntables: {{ a: {{ {keep} }} }}", a, "email"));
        Assert.Equal("masked email: rule for columns *mail", _schema.Decision($"columns: {{ '*mail': email }}\ntables: {{ a: {{ {keep} }} }}", a, "email"));
        Assert.StartsWith("kept: keep", _schema.Decision($"columns: {{ '*': email }}\ntables: {{ a: {{ {keep} }} }}", a, "email"), StringComparison.Ordinal);
    }

    [Fact]
    public void Between_two_rules_that_keep_the_table_s_own_pattern_tells_why()
    {
        var a = _schema.Table("a", "status text");
        const string general = "columns: { status: { strategy: keep, reason: everywhere } }\n";
        Assert.Equal("kept: keep (here)", _schema.Decision(general + "tables: { a: { keep: { 's*': { reason: here } } } }", a, "status"));
        Assert.Equal("kept: keep: column status (everywhere)", _schema.Decision(general + "tables: { a: { keep: { '*': { reason: here } } } }", a, "status"));
    }

    [Theory]
    [InlineData("keep: all")]
    [InlineData("keep: ['*']")]
    [InlineData("keep: [own*]")]
    public void A_masked_key_flows_over_a_keep_that_does_not_name_its_reference(string keep)
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text");
        var b = _schema.Table("b", "owner text");
        _schema.ForeignKey(b, "owner", a, "email");
        Assert.Equal("masked email: inherit: b_owner_fkey references public.a.email", _schema.Decision($"tables: {{ a: {{ columns: {{ email: email }} }}, b: {{ {keep} }} }}", b, "owner"));
    }

    [Fact]
    public void A_column_that_is_kept_by_its_name_says_which_rule_it_overrules()
    {
        var a = _schema.Table("a", "email text");
        Assert.Matches("^kept: keep, against the rule for columns email in line [0-9]+$", _schema.Decision("columns: { email: email }\ntables: { a: { keep: [email] } }", a, "email"));
    }

    [Fact]
    public void An_exact_name_wins_over_a_pattern_and_the_first_pattern_over_later_ones()
    {
        var a = _schema.Table("a", "home_phone text", "home_fax text");
        const string policy = "columns: { 'home_*': redact, '*_phone': hash, home_phone: phone }";
        Assert.Equal("masked phone: rule for columns home_phone", _schema.Decision(policy, a, "home_phone"));
        Assert.Equal("masked redact: rule for columns home_*", _schema.Decision("columns: { 'home_*': redact, '*_fax': hash }", a, "home_fax"));
    }

    [Fact]
    public void An_exact_name_wins_over_a_pattern_of_its_table_too_whichever_is_written_first()
    {
        var a = _schema.Table("a", "email text", "word text");
        const string policy = "tables: { a: { columns: { '*': keep, email: email } } }";
        Assert.Equal("masked email: rule", _schema.Decision(policy, a, "email"));
        Assert.Equal("kept: keep", _schema.Decision(policy, a, "word"));
        Assert.Equal("kept: keep", _schema.Decision("tables: { a: { columns: { '*': text }, keep: [word] } }", a, "word"));
    }

    [Fact]
    public void Partitions_and_children_take_over_the_rules_of_their_parents_unless_they_have_their_own()
    {
        var parent = _schema.Partitioned("p", "at", "at timestamptz", "who text");
        var one = _schema.Partition("p_one", parent, "at timestamptz", "who text");
        var grandchild = _schema.Partition("p_one_a", one, "at timestamptz", "who text");
        var two = _schema.Partition("p_two", parent, "at timestamptz", "who text");
        const string policy = "tables: { p: { columns: { who: name } }, p_two: { columns: { who: redact } } }";
        Assert.Equal("masked name: rule", _schema.Decision(policy, one, "who"));
        Assert.Equal("masked name: rule", _schema.Decision(policy, grandchild, "who"));
        Assert.Equal("masked redact: rule", _schema.Decision(policy, two, "who"));
    }

    [Fact]
    public void Rules_of_anonymity_find_their_tables_and_columns_or_say_so()
    {
        _schema.Table("customers", "id int4", "born int4", "zip int4", "illness int4");
        const string head = "tables: { customers: { keep: all } }\nanonymity: ";
        var target = Assert.Single(_schema.Plan(head + "[{ table: public.customers, columns: [born, zip], k: 5, l: { illness: 2 } }]").Anonymity);
        Assert.Equal(("customers", 5), (target.Table.Name, target.K));
        Assert.Equal(["born", "zip"], target.Columns.Select(column => column.Name));
        Assert.Equal(["illness 2"], target.L.Select(pair => $"{pair.Key.Name} {pair.Value}"));

        Assert.Equal(["3 CIANON1201"], _schema.Problems(head + "[{ table: custmers, columns: [born], k: 5 }]"));
        Assert.Equal(["3 CIANON1202"], _schema.Problems(head + "[{ table: customers, columns: [brn], k: 5 }]"));
        Assert.Equal(["3 CIANON1202"], _schema.Problems(head + "[{ table: customers, columns: [born], k: 5, l: { ilness: 2 } }]"));
        Assert.Equal(["3 CIANON1216"], _schema.Problems(head + "[{ table: customers, columns: [born, zip], k: 5, l: { zip: 2 } }]"));
        var problem = Assert.Throws<CiAnonException>(() => _schema.Plan(head + "[{ table: customers, columns: [brn], k: 5 }]")).Diagnostics[0];
        Assert.Equal("table public.customers has no column 'brn', did you mean 'born'?", problem.Message);
    }

    [Fact]
    public void A_child_that_adds_a_column_must_be_decided_on()
    {
        var parent = _schema.Table("p", "who text");
        _schema.Child("c", parent, "who text", "more text");
        Assert.Equal(["1 CIANON1203"], _schema.Problems("tables: { p: { columns: { who: name } } }"));
    }

    [Fact]
    public void A_rule_flows_along_chains_of_foreign_keys_and_to_the_table_itself()
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text", "boss text");
        var b = _schema.Table("b", [Schema.Primary("owner")], "owner text");
        var c = _schema.Table("c", "who text");
        _schema.ForeignKey(c, "who", b, "owner");
        _schema.ForeignKey(b, "owner", a, "email");
        _schema.ForeignKey(a, "boss", a, "email");
        const string policy = "tables: { a: { columns: { email: email } } }";
        Assert.Equal("masked email: inherit: a_boss_fkey references public.a.email", _schema.Decision(policy, a, "boss"));
        Assert.Equal("masked email: inherit: c_who_fkey references public.b.owner", _schema.Decision(policy, c, "who"));
        var plan = _schema.Plan(policy);
        Assert.Same(plan[a].Find("email")!.Mask, plan[c].Find("who")!.Mask);
    }

    [Fact]
    public void A_reference_to_a_generated_key_must_be_decided_on()
    {
        var a = _schema.Table("a", [Schema.Unique("lower")], "email text", "lower text generated");
        var b = _schema.Table("b", "who text");
        _schema.ForeignKey(b, "who", a, "lower");
        Assert.Equal(["1 CIANON1203"], _schema.Problems("columns: { email: email }"));
    }

    [Fact]
    public void A_generated_reference_to_a_masked_key_stays_generated()
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text");
        var b = _schema.Table("b", "email text", "copy text generated");
        _schema.ForeignKey(b, "copy", a, "email");
        Assert.Equal("generated: computed from other columns on restore", _schema.Decision("columns: { email: email }", b, "copy"));
    }

    [Fact]
    public void A_kept_key_settles_chains_of_references_to_it_in_any_order()
    {
        var a = _schema.Table("a", "code text");
        var b = _schema.Table("b", [Schema.Primary("code")], "code text");
        var c = _schema.Table("c", [Schema.Primary("code")], "code text");
        _schema.ForeignKey(a, "code", b, "code");
        _schema.ForeignKey(b, "code", c, "code");
        Assert.Equal("structural: foreign key to kept public.b.code", _schema.Decision("tables: { c: { keep: [code] } }", a, "code"));
    }

    [Fact]
    public void A_padded_reference_gets_the_pseudonym_of_its_key()
    {
        var a = _schema.Table("a", [Schema.Primary("code")], "code varchar(20)");
        var b = _schema.Table("b", "code bpchar(20)");
        _schema.ForeignKey(b, "code", a, "code");
        var plan = _schema.Plan("tables: { a: { columns: { code: hash } } }");
        Assert.Equal(Masked(plan[a].Find("code")!, "AB12345"), Masked(plan[b].Find("code")!, "AB12345             "));
    }

    [Fact]
    public void Cycles_of_foreign_keys_end()
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", [Schema.Primary("x")], "x text");
        _schema.ForeignKey(a, "x", b, "x");
        _schema.ForeignKey(b, "x", a, "x");
        Assert.Equal("masked hash: inherit: b_x_fkey references public.a.x", _schema.Decision("tables: { a: { columns: { x: hash } } }", b, "x"));
    }

    [Theory]
    [InlineData("a: { columns: { x: hash } }, b: { columns: { y: redact } }")]
    [InlineData("a: { columns: { x: hash } }, b: { keep: [y] }")]
    [InlineData("a: { keep: [x] }, b: { columns: { y: hash } }")]
    public void Rules_on_both_ends_of_a_foreign_key_must_agree(string tables)
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", "y text");
        _schema.ForeignKey(b, "y", a, "x");
        Assert.Equal([$"2 {DiagnosticCodes.KeyConflict.Id}"], _schema.Problems($"tables: {{ {tables} }}"));
    }

    [Fact]
    public void The_same_rule_on_both_ends_and_null_on_the_referencing_one_agree()
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", "y text", "z text");
        _schema.ForeignKey(b, "y", a, "x");
        _schema.ForeignKey(b, "z", a, "x");
        Assert.Equal("masked hash: rule", _schema.Decision("tables: { a: { columns: { x: hash } }, b: { columns: { y: hash, z: 'null' } } }", b, "y"));
    }

    [Fact]
    public void A_unique_column_takes_only_strategies_that_keep_it_unique()
    {
        _schema.Table("a", [Schema.Unique("login")], "login text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { a: { columns: { login: name } } }"));
        _schema.Plan("tables: { a: { columns: { login: hash } } }");
        _schema.Plan("tables: { a: { columns: { login: 'null' } } }");
    }

    [Fact]
    public void Null_is_no_way_out_where_nulls_are_not_distinct()
    {
        _schema.Table("a", [Schema.Unique("login") with { NullsClash = true }], "login text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { a: { columns: { login: 'null' } } }"));
    }

    [Fact]
    public void A_column_of_a_unique_key_is_free_when_the_others_are_unique_without_it()
    {
        _schema.Table("a", [Schema.Primary("id"), Schema.Unique("id", "city")], "id int4", "city text");
        _schema.Plan("tables: { a: { columns: { city: city } } }");
        var b = new Schema();
        b.Table("b", [Schema.Unique("shop", "city")], "shop int4", "city text");
        Assert.Equal(["2 CIANON1208"], b.Problems("tables: { b: { columns: { city: city } } }"));
    }

    [Fact]
    public void Unique_values_must_fit_into_the_column()
    {
        _schema.Table("a", [Schema.Unique("code")], "code varchar(20)");
        _schema.Plan("tables: { a: { columns: { code: hash } } }");
        _schema.Rows = 1L << 40;
        Assert.Equal(["2 CIANON1206"], _schema.Problems("tables: { a: { columns: { code: hash } } }"));
    }

    [Fact]
    public void Columns_with_the_same_rule_share_the_shortest_length_and_so_their_pseudonyms()
    {
        var a = _schema.Table("a", "email text");
        var b = _schema.Table("b", "email varchar(30)");
        var c = _schema.Table("c", "email varchar(60)");
        var plan = _schema.Plan("columns: { email: email }");
        var results = new[] { a, b, c }.Select(table => Masked(plan[table].Find("email")!)).ToList();
        Assert.Single(results.Distinct());
        Assert.True(results[0].Length <= 30);
    }

    [Fact]
    public void A_short_column_does_not_cut_the_texts_of_long_ones()
    {
        var a = _schema.Table("a", "body text", "code char(3)");
        var b = _schema.Table("b", "body text", "body40 varchar(40)");
        var plan = _schema.Plan("tables: { a: { columns: { body: text, code: text } }, b: { columns: { body: text, body40: text } } }");
        const string value = "a message that is longer than forty characters, as most of them are";
        var long1 = Masked(plan[a].Find("body")!, value);
        Assert.InRange(long1.Length, 50, value.Length);
        Assert.Equal(long1, Masked(plan[b].Find("body")!, value));
        Assert.InRange(Masked(plan[a].Find("code")!, "abc").TrimEnd().Length, 1, 3);
        Assert.InRange(Masked(plan[b].Find("body40")!, value[..40]).Length, 30, 40);
    }

    [Theory]
    [InlineData("last_name", 7)]
    [InlineData("name", 15)]
    [InlineData("city", 11)]
    [InlineData("address", 16)]
    [InlineData("company", 14)]
    public void A_short_column_does_not_impoverish_the_invented_values_of_long_ones(string strategy, int room)
    {
        var a = _schema.Table("a", "long text", $"short varchar({room})");
        var plan = _schema.Plan($"columns: {{ long: {strategy}, short: {strategy} }}");
        var pairs = Enumerable.Range(0, 200).Select(number => (Long: Masked(plan[a].Find("long")!, $"A{number}"), Short: Masked(plan[a].Find("short")!, $"A{number}"))).ToList();
        Assert.All(pairs, pair => Assert.InRange(pair.Short.Length, 1, room));
        Assert.Contains(pairs, pair => pair.Long.Length > room);
        if (strategy is "last_name" or "city" or "company") Assert.All(pairs.Where(pair => pair.Long.Length <= room), pair => Assert.Equal(pair.Long, pair.Short));
    }

    [Theory]
    [InlineData("text", "char(3)", "has room for 3 characters, less than a word of it")]
    [InlineData("hash", "varchar(8)", "has room for 8 of 32 hexadecimal digits; public.a.long, which has more room, gets the same pseudonyms unless one of the two has a seed of its own")]
    [InlineData("email", "varchar(24)", "has room for 6 of 12 hexadecimal digits; public.a.long, which has more room, gets the same pseudonyms unless one of the two has a seed of its own")]
    [InlineData("city", "varchar(8)", "has room for only [0-9]+ of [0-9]+ invented values")]
    public void The_plan_warns_where_room_cuts_pseudonyms(string strategy, string type, string what)
    {
        _schema.Table("a", "long text", $"short {type}");
        var warning = Assert.Single(_schema.Plan($"columns:\n  long: {strategy}\n  short: {strategy}").Warnings);
        Assert.Equal((DiagnosticCodes.RoomCutsPseudonyms, 4), (warning.Code, warning.Position!.Value.Line));
        Assert.Matches($"^strategy '{strategy}' on public.a.short, which is .*, {what}$", warning.Message);
    }

    [Theory]
    [InlineData("text", "varchar(40)")]
    [InlineData("hash", "varchar(16)")]
    [InlineData("hash, length: 8", "varchar(16)")]
    [InlineData("email", "varchar(40)")]
    [InlineData("city", "varchar(30)")]
    [InlineData("digits", "char(3)")]
    public void Room_that_is_enough_is_not_warned_of(string strategy, string type)
    {
        _schema.Table("a", $"short {type}");
        Assert.Empty(_schema.Plan($"columns: {{ short: {{ strategy: {strategy} }} }}").Warnings);
    }

    [Fact]
    public void Keys_of_different_room_do_not_get_two_rules_whose_results_depend_on_the_room()
    {
        var a = _schema.Table("a", [Schema.Primary("id"), Schema.Unique("id", "city")], "id int4", "city varchar(40)");
        var b = _schema.Table("b", "city varchar(10)");
        _schema.ForeignKey(b, "city", a, "city");
        Assert.Contains("3 CIANON1209", _schema.Problems("columns: { city: city }\ntables: { b: { columns: { city: city } } }"));
    }

    [Fact]
    public void Empty_tables_need_no_decision_and_neither_do_tables_whose_rows_are_dropped()
    {
        var a = _schema.Table("a", "email text");
        var b = _schema.Table("b", "email text");
        _schema.Empty.Add("a");
        Assert.Equal("empty: no rows", _schema.Decision("tables: { b: { rows: none } }", a, "email"));
        Assert.Equal("empty: no rows", _schema.Decision("tables: { b: { rows: none } }", b, "email"));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        _schema.Table("a", "born date", "email text", "free text", "sum text generated", "must text not null");
        _schema.HasLargeObjects = true;
        Assert.Equal(
            ["1 CIANON1213", "2 CIANON1204", "4 CIANON1203", "6 CIANON1205", "7 CIANON1210", "8 CIANON1207", "9 CIANON1202", "10 CIANON1201"],
            _schema.Problems("columns: { nothing: text }\ntables:\n  a:\n    columns:\n      born: email\n      sum: text\n      must: 'null'\n      emial: email\n  b: { keep: all }\n"));
    }

    [Fact]
    public void Unlisted_columns_are_kept_with_a_warning_or_masked_when_the_policy_says_so()
    {
        var a = _schema.Table("a", [Schema.Unique("code")], "code text", "note text", "born date", "doc jsonb");
        Assert.Equal("kept: unlisted: keep", _schema.Decision("unlisted: keep", a, "note"));
        Assert.Equal(DiagnosticCodes.KeptUnlisted, Assert.Single(_schema.Plan("unlisted: keep").Warnings).Code);
        Assert.Equal("masked text: unlisted: mask", _schema.Decision("unlisted: mask", a, "note"));
        Assert.Equal("masked hash: unlisted: mask", _schema.Decision("unlisted: mask", a, "code"));
        Assert.Equal("masked empty: unlisted: mask", _schema.Decision("unlisted: mask", a, "doc"));
    }

    [Theory]
    [InlineData("id uuid", true)]
    [InlineData("active bool", true)]
    [InlineData("feeling mood", true)]
    [InlineData("amount numeric", true)]
    [InlineData("count int4", true)]
    [InlineData("at timestamptz", true)]
    [InlineData("opens time", true)]
    [InlineData("numbers int4[]", true)]
    [InlineData("state text in new|paid", true)]
    [InlineData("gender text in f|m", false)]
    [InlineData("number oid8", true)]
    [InlineData("version xid8", true)]
    [InlineData("parent_table regclass", true)]
    [InlineData("granted regrole", false)]
    [InlineData("words text[]", false)]
    [InlineData("other uuid", false)]
    [InlineData("word text", false)]
    [InlineData("day date", false)]
    [InlineData("doc jsonb", false)]
    [InlineData("image bytea", false)]
    [InlineData("host inet", false)]
    [InlineData("shape point", false)]
    [InlineData("salary numeric", false)]
    [InlineData("phone int8", false)]
    [InlineData("birth_at timestamptz", false)]
    [InlineData("gender mood", false)]
    [InlineData("disabled bool", false)]
    public void Structure_needs_no_decision_and_what_may_be_personal_does(string column, bool isStructural)
    {
        var a = _schema.Table("a", [Schema.Primary("id")], "id uuid", column == "id uuid" ? "n int4" : column);
        var name = column.Split(' ')[0];
        if (isStructural) Assert.StartsWith("structural: ", _schema.Decision("", a, name));
        else Assert.Equal(["1 CIANON1203"], _schema.Problems(""));
    }

    [Theory]
    [InlineData("state text in new|paid", "structural: a CHECK enumerates its values")]
    [InlineData("gender text in f|m", "masked constant: unlisted: mask")]
    [InlineData("gender varchar(1) not null in f|m", "masked constant: unlisted: mask")]
    [InlineData("salary int4 in 10|20", "masked constant: unlisted: mask")]
    public void Unlisted_columns_keep_or_take_what_a_check_enumerates(string column, string decision)
    {
        var a = _schema.Table("a", column);
        var name = column.Split(' ')[0];
        Assert.Equal(decision, _schema.Decision("unlisted: mask", a, name));
        if (decision[0] == 'm') Assert.Equal(column.Split(' ')[^1].Split('|')[0], Masked(_schema.Plan("unlisted: mask")[a].Find(name)!, "m"));
    }

    [Fact]
    public void A_unique_column_takes_no_value_of_a_check()
    {
        _schema.Table("a", [Schema.Unique("gender")], "gender text in f|m");
        Assert.Equal(["1 CIANON1215"], _schema.Problems("unlisted: mask"));
    }

    private static string Masked(ColumnPlan plan, string value = "somebody@example.org")
    {
        var output = new CiAnon.Strategies.MaskOutput();
        plan.Mask!.Apply(System.Text.Encoding.UTF8.GetBytes(value), output);
        return System.Text.Encoding.UTF8.GetString(output.Written);
    }
}
