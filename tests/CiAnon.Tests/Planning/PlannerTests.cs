using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;

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
    public void What_a_team_wrote_into_tables_of_known_extensions_needs_a_decision_and_the_rest_does_not()
    {
        var job = _schema.OfExtension("cron", "job", "jobid bigint", "schedule text", "command text", "nodename text", "active boolean");
        var failure = Assert.Throws<CiAnonException>(() => _schema.Plan("unlisted: fail\n"));
        Assert.Contains("table cron.job has columns without a decision: command (text), nodename (text)", failure.Message, StringComparison.Ordinal);
        const string policy = "tables: { cron.job: { columns: { command: text, nodename: keep } } }";
        Assert.Equal("masked text: rule", _schema.Decision(policy, job, "command"));
        Assert.Equal("structural: belongs to an extension", _schema.Decision(policy, job, "schedule"));
    }

    [Theory]
    [InlineData("pgagent", "pga_jobsteplog", "jsloutput text")]
    [InlineData("_timescaledb_catalog", "bgw_job", "config jsonb")]
    [InlineData("_timescaledb_config", "bgw_job", "config jsonb")]
    [InlineData("vault", "secrets", "secret text")]
    [InlineData("pgsodium", "key", "raw_key bytea")]
    [InlineData("_timescaledb_internal", "job_errors", "error_data jsonb")]
    [InlineData("tiger", "loader_platform", "declare_sect text")]
    [InlineData("pgq", "retry_queue", "ev_data text")]
    [InlineData("pgq_node", "node_location", "node_location text")]
    [InlineData("londiste", "applied_execute", "execute_sql text")]
    [InlineData("monitoring", "powa_servers", "password text")]
    [InlineData("public", "powa_qualstats_constvalues_history_current", "constvalues text[]")]
    [InlineData("replication", "dblink_mapping_mimeo", "pwd text")]
    [InlineData("replication", "refresh_config_snap", "condition text")]
    [InlineData("public", "pg_track_settings_history", "setting text")]
    [InlineData("repmgr", "nodes", "conninfo text")]
    [InlineData("pgmq", "q_mails", "message jsonb")]
    [InlineData("fact_loader", "queue_tables", "dwh_conninfo text")]
    public void What_a_team_wrote_into_an_extensions_table_needs_a_decision(string schema, string name, string column)
    {
        _schema.OfExtension(schema, name, "id int4", column);
        var failure = Assert.Throws<CiAnonException>(() => _schema.Plan("unlisted: fail\n"));
        Assert.Contains($"table {schema}.{name} has columns without a decision: {column.Split(' ')[0]}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gis", "spatial_ref_sys", "srtext text")]
    [InlineData("topology", "layer", "feature_column text")]
    [InlineData("tiger", "loader_platform", "os text")]
    [InlineData("partman", "part_config", "parent_table text")]
    [InlineData("_timescaledb_catalog", "hypertable", "table_name name")]
    [InlineData("_timescaledb_internal", "bgw_policy_chunk_stats", "note text")]
    [InlineData("pg_catalog", "pg_dist_node", "nodename text")]
    [InlineData("pgq", "queue", "queue_name text")]
    [InlineData("periods", "periods", "range_type text")]
    [InlineData("public", "powa_databases", "datname name")]
    [InlineData("repmgr", "monitoring_history", "note text")]
    public void What_an_extension_keeps_of_the_schema_needs_no_decision(string schema, string name, string column)
    {
        var table = _schema.OfExtension(schema, name, "id integer", column);
        Assert.Equal("structural: belongs to an extension", _schema.Decision("unlisted: fail\n", table, column.Split(' ')[0]));
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

    [Theory]
    [InlineData("slug", "hash", PersonalKind.RecordNumber, PersonalKind.Token)]
    [InlineData("version", "digits", PersonalKind.RecordNumber, PersonalKind.NationalId)]
    [InlineData("ssn", "digits", PersonalKind.NationalId, PersonalKind.NationalId)]
    [InlineData("email", "hash", PersonalKind.Email, PersonalKind.Email)]
    [InlineData("version", "email", PersonalKind.Email, PersonalKind.Email)]
    public void What_hides_anything_says_nothing_of_the_kind_and_what_it_hides_is_searched_for_all_the_same(string column, string strategy, PersonalKind reported, PersonalKind searched)
    {
        var a = _schema.Table("a", $"{column} text");
        var plan = _schema.Plan($"tables: {{ a: {{ columns: {{ {column}: {strategy} }} }} }}")[a].Find(column)!;
        Assert.Equal((reported, searched), (plan.ReportedKind, plan.Kind));
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

    [Theory]
    [InlineData("tables: { p: { columns: { at: { strategy: noise, range: 9 days }, who: name } } }", null)]
    [InlineData("tables: { p: { columns: { who: name }, keep: [at] }, p_two: { columns: { at: { strategy: noise, range: 9 days } } } }", "p_two.at has another rule")]
    [InlineData("tables: { p: { columns: { at: { strategy: noise, range: 9 days }, who: name } }, p_two: { columns: { who: redact } } }", "p_two.who has another rule")]
    [InlineData("tables: { p: { columns: { at: { strategy: noise, range: 9 days }, who: name } }, p_two: { rows: none } }", "p_two can take none, as the policy drops its rows")]
    [InlineData("tables: { p: { columns: { at: { strategy: noise, range: 9 days }, who: name } } }", "p_two can take none, as the dump has no block", "p_two")]
    [InlineData("tables: { p: { rows: none, columns: { at: { strategy: noise, range: 9 days }, who: name } } }", "stays")]
    public void A_masked_partition_key_moves_rows_within_a_tree_that_is_alike_and_open(string policy, string? refusal, string? empty = null)
    {
        var parent = _schema.Partitioned("p", "at", "at timestamptz", "who text");
        var one = _schema.Partition("p_one", parent, "at timestamptz", "who text");
        _schema.Partition("p_two", parent, "at timestamptz", "who text");
        if (empty is not null) _schema.Empty.Add(empty);
        if (refusal is null or "stays")
        {
            Assert.Equal(refusal is null ? "public.p (at)" : null, _schema.Plan(policy)[one].Moved?.Words);
            return;
        }
        var problem = Assert.Single(Assert.Throws<CiAnonException>(() => _schema.Plan(policy)).Diagnostics);
        Assert.Equal(DiagnosticCodes.PartitionKey, problem.Code);
        Assert.Contains($"is masked, so that rows move, and public.{refusal}", problem.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("tables: { people: { columns: { mail: email } } }", RowsMode.None)]
    [InlineData("columns: { \"*\": email }", RowsMode.None)]
    [InlineData("tables: { people: { columns: { mail: email } }, ci_anon.clean: { keep: all } }", RowsMode.All)]
    public void The_marker_of_a_sanitized_database_needs_no_decision_and_leaves_its_rows_behind(string policy, RowsMode rows)
    {
        _schema.Table("people", "mail text");
        var marker = _schema.InSchema("ci_anon", "clean", "policy text", "database oid", "at timestamptz");
        Assert.Equal(rows, _schema.Plan(policy)[marker].Rows);
    }

    [Fact]
    public void Other_tables_beside_the_marker_need_a_decision()
    {
        _schema.InSchema("ci_anon", "people", "mail text");
        Assert.Equal(["1 CIANON1203"], _schema.Problems(""));
    }
}
