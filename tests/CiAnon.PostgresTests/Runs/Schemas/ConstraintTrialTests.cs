using CiAnon.Diagnostics;
using CiAnon.Planning;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>What the schema demands of masked columns is tried while planning, on the strategies' own results.</summary>
public sealed class ConstraintTrialTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE FUNCTION is_mail(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN $1 ~ '^[^@ ]+@[^@ ]+\.[a-z]+$'; END $$;
        CREATE FUNCTION quoting(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN IF $1 LIKE '%anon.example%' THEN RAISE EXCEPTION 'Canary %', $1 USING CONSTRAINT = $1; END IF; RETURN true; END $$;
        CREATE FUNCTION slow(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM pg_sleep(0.2); RETURN true; END $$;
        CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%.%');
        CREATE DOMAIN corporate AS mail CONSTRAINT corporate_only CHECK (VALUE LIKE '%@corp.example');
        CREATE DOMAIN code AS varchar(9) NOT NULL CHECK (VALUE ~ '^[A-Z]{3}-\d{5}$');
        CREATE TABLE people (
            id int PRIMARY KEY,
            "E Mail" text CONSTRAINT mail_form CHECK (is_mail("E Mail")),
            phone text CONSTRAINT e164 CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
            work mail,
            code code,
            sku text CHECK (sku SIMILAR TO 'SKU-[0-9]{4}' OR sku IS NULL),
            born date CHECK (born > '1900-01-01' AND born < now()),
            hired date,
            salary numeric(8,2) CHECK (salary BETWEEN 0 AND 500000),
            staff boolean NOT NULL,
            note text,
            fax text,
            day text,
            sort_key date GENERATED ALWAYS AS (make_date(substr(day, 1, 4)::int, 1, 1)) STORED,
            CONSTRAINT reachable CHECK ("E Mail" IS NOT NULL OR phone IS NOT NULL OR NOT staff),
            CONSTRAINT career CHECK (hired > born));
        INSERT INTO people (id, "E Mail", phone, code, staff) VALUES (1, 'a@corp.example', '+4930123456', 'ABC-12345', true);
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Whatever_fits_passes_and_the_plan_says_so()
    {
        var plan = Plan(Schema, """
            "E Mail": email
            work: email
            phone: { strategy: phone, format: keep }
            code: digits
            sku: digits
            born: { strategy: date, truncate: year }
            salary: { strategy: constant, value: "1000" }
            note: name
            fax: phone
            day: { strategy: pattern, pattern: "19[70,99]-0\\d-1\\d" }
            hired: { strategy: shuffle }
            """);
        Assert.Contains("fits CHECK mail_form of public.people", Reason(plan, "E Mail"), StringComparison.Ordinal);
        Assert.Contains("fits domain public.mail of public.people.work", Reason(plan, "work"), StringComparison.Ordinal);
        Assert.Contains("fits CHECK e164 of public.people", Reason(plan, "phone"), StringComparison.Ordinal);
        Assert.Contains("fits CHECK reachable of public.people", Reason(plan, "phone"), StringComparison.Ordinal);
        Assert.Contains("fits domain public.code of public.people.code", Reason(plan, "code"), StringComparison.Ordinal);
        Assert.Contains("fits CHECK people_sku_check of public.people", Reason(plan, "sku"), StringComparison.Ordinal);
        Assert.Contains("fits CHECK people_salary_check of public.people", Reason(plan, "salary"), StringComparison.Ordinal);
        Assert.Contains("fits generated column public.people.sort_key", Reason(plan, "day"), StringComparison.Ordinal);
        Assert.Contains("CHECK career of public.people not tried: 'shuffle' answers for many rows at once", Reason(plan, "hired"), StringComparison.Ordinal);
        Assert.Equal("rule", Reason(plan, "note"));
        Assert.Equal("rule", Reason(plan, "fax"));
    }

    [Fact]
    public void Whatever_does_not_fit_stops_the_plan_at_its_rule()
    {
        var failure = Assert.Throws<CiAnonException>(() => Plan(Schema, """
            "E Mail": { strategy: string, length: 12 }
            work: name
            phone: phone
            code: first_name
            sku: city
            born: { strategy: random, between: ["1850-01-01", "2020-01-01"] }
            salary: { strategy: noise, range: 900000 }
            note: name
            fax: phone
            day: hash
            hired: { strategy: constant, value: "1901-01-01" }
            """));
        string[] expected =
        [
            "5 CIANON1237 CHECK mail_form of public.people refuses what strategy 'string' makes of E Mail: ",
            "6 CIANON1237 domain public.mail of public.people.work refuses what strategy 'name' makes of work",
            "7 CIANON1237 CHECK e164 of public.people refuses what strategy 'phone' makes of phone: `phone` with format: e164, ",
            "8 CIANON1237 domain public.code of public.people.code refuses what strategy 'first_name' makes of code",
            "9 CIANON1237 CHECK people_sku_check of public.people refuses what strategy 'city' makes of sku: ",
            "10 CIANON1237 CHECK people_born_check of public.people refuses some of what strategy 'random' makes of born",
            "10 CIANON1237 CHECK career of public.people refuses some of what strategy 'random' makes of born and strategy 'constant' makes of hired",
            "11 CIANON1237 CHECK people_salary_check of public.people refuses some of what strategy 'noise' makes of salary",
            "14 CIANON1238 generated column public.people.sort_key fails with 22P02 on ",
        ];
        var said = failure.Diagnostics.Select(problem => $"{problem.Position!.Value.Line} {problem.Code.Id} {problem.Message}").ToList();
        Assert.All(expected, message => Assert.True(said.Exists(line => line.StartsWith(message, StringComparison.Ordinal)), $"{message} in\n{string.Join('\n', said)}"));
        Assert.DoesNotContain(said, line => line.Contains("makes of note", StringComparison.Ordinal) || line.Contains("makes of fax", StringComparison.Ordinal));
    }

    [Fact]
    public void What_raises_is_told_by_its_state_only_and_what_is_slow_or_beyond_us_is_not_guessed()
    {
        const string Odd = """
            CREATE TABLE odd (id int, mail text CONSTRAINT quotes CHECK (quoting(mail)), slow text CONSTRAINT slowly CHECK (slow(slow)),
                whole text, CONSTRAINT whole_row CHECK (odd IS NOT NULL AND whole <> ''), weird text CONSTRAINT nobody CHECK (md5(weird) LIKE '00000%'));
            """;
        var plan = Plan(Schema + Odd, "slow: name\nwhole: name\nweird: name\nmail: name", "odd");
        Assert.Contains("CHECK slowly of public.odd not tried: it takes too long", Reason(plan, "slow", "odd"), StringComparison.Ordinal);
        Assert.Contains("CHECK whole_row of public.odd not tried: it can't be judged outside of its table", Reason(plan, "whole", "odd"), StringComparison.Ordinal);
        Assert.Contains("CHECK nobody of public.odd not tried: no invented value satisfies it", Reason(plan, "weird", "odd"), StringComparison.Ordinal);
        var failure = Assert.Throws<CiAnonException>(() => Plan(Schema + Odd, "slow: name\nwhole: name\nweird: name\nmail: email", "odd"));
        Assert.StartsWith("CHECK quotes of public.odd fails with P0001 on what strategy 'email' makes of mail", Assert.Single(failure.Diagnostics).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("anon.example", failure.ToString(), StringComparison.Ordinal);
    }

    private static string Reason(Plan plan, string column, string table = "people") => plan.Tables.Single(candidate => candidate.Table.Name == table).Find(column)!.Reason;

    private Plan Plan(string schema, string rules, string table = "people")
    {
        var database = cluster.CreateDatabase(schema);
        var indented = string.Join("\n", rules.Split('\n').Select(rule => "      " + rule));
        var policy = _folder.Policy($"unlisted: keep\ntables:\n  {table}: {{ columns: {{\n{string.Join(",\n", indented.Split('\n'))} }} }}\n");
        using var run = new AnonymizationRun(_folder.Options(_folder.DumpOf(cluster, database, "-Fc"), policy), new RecordingObserver(), CancellationToken.None);
        return run.Plan();
    }

    public void Dispose() => _folder.Dispose();
}
