using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;

namespace CiAnon.Tests.Catalogs;

/// <summary>Dumps of majors that the tests have no server for, and SQL that isn't pg_dump's.</summary>
public class DdlCatalogTests
{
    private static readonly DdlEntry SearchPath = new("SEARCHPATH", null, "SEARCHPATH", "SELECT pg_catalog.set_config('search_path', '', false);\n");

    [Fact]
    public void Before_10_3_names_of_the_entrys_own_schema_come_without_it()
    {
        var catalog = DdlCatalog.Read([
            new("DOMAIN", "shop", "email", "CREATE DOMAIN email AS character varying(80) NOT NULL;\n"),
            new("TABLE", "shop", "text", "CREATE TABLE text (\n    a integer\n);\n"),
            new("TABLE", "shop", "people", "CREATE TABLE people (\n    id integer NOT NULL,\n    contact email,\n    note text,\n    other public.mood\n)\nWITH OIDS;\n"),
            new("TYPE", "public", "mood", "CREATE TYPE mood AS ENUM (\n    'a'\n);\n"),
            new("CONSTRAINT", "shop", "people people_pkey", "ALTER TABLE ONLY people\n    ADD CONSTRAINT people_pkey PRIMARY KEY (id);\n"),
        ]);
        var people = catalog.Find("shop", "people")!;
        Assert.Equal(new ColumnType("shop.email", TypeKind.Text, "varchar", 80), people.Find("contact")!.Type);
        Assert.True(people.Find("contact")!.NotNull);
        Assert.Equal(new ColumnType("text", TypeKind.Text, "text"), people.Find("note")!.Type);
        Assert.Equal(TypeKind.Enum, people.Find("other")!.Type.Kind);
        Assert.Equal("people_pkey", Assert.Single(people.UniqueKeys).Name);
    }

    [Fact]
    public void Fields_of_a_row_type_are_known()
    {
        var catalog = DdlCatalog.Read([
            SearchPath,
            new("DOMAIN", "public", "email", "CREATE DOMAIN public.email AS character varying(80);\n"),
            new("TYPE", "public", "contact", "CREATE TYPE public.contact AS (\n\tid integer,\n\tmail public.email\n);\n"),
            new("TABLE", "public", "people", "CREATE TABLE public.people (\n    contact public.contact,\n    contacts public.contact[]\n);\n"),
        ]);
        Assert.Equal(new CompositeFields([new("id", new("integer", TypeKind.Integer, "int4")), new("mail", new("public.email", TypeKind.Text, "varchar", 80))]), catalog.Tables[0].Find("contact")!.Type.Fields);
        Assert.Equal(catalog.Tables[0].Find("contact")!.Type.Fields, catalog.Tables[0].Find("contacts")!.Type.Fields);
    }

    [Theory]
    [InlineData("((a = ANY (ARRAY['new'::text, 'it''s, (late)'::text])))", "new|it's, (late)")]
    [InlineData("(((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying(20)])::text[])))", "x|y")]
    [InlineData("(((a = 'x'::bpchar) OR (a = 'y'::bpchar) OR (a IS NULL)))", "x|y")]
    [InlineData("((a = ANY (ARRAY[1, '-2'::integer, -3])))", "1|-2|-3")]
    [InlineData("((a = 'only'::public.citext))", "only")]
    [InlineData("((a <> ALL (ARRAY['x'::text, 'y'::text])))", null)]
    [InlineData("((a = ANY (ARRAY['x'::text, NULL::text])))", null)]
    [InlineData("(((a = 'x'::text) OR (b = 'y'::text)))", null)]
    [InlineData("(((a = 'x'::text) AND (b = 'y'::text)))", null)]
    [InlineData("(((a = 'x'::text) IS NOT TRUE))", null)]
    [InlineData("((lower(a) = ANY (ARRAY['x'::text, 'y'::text])))", null)]
    [InlineData("((a = b))", null)]
    [InlineData("((a IS NULL))", null)]
    [InlineData("((a = 'x\\y'::text))", null)]
    [InlineData("((a = ANY (ARRAY['x'::text]))) NO INHERIT", null)]
    [InlineData("((a = ANY (ARRAY['x'::text]))) NOT VALID", null)]
    [InlineData("((a = ANY (ARRAY['x'::text]))) NOT ENFORCED", null)]
    public void What_a_check_enumerates_is_known_and_nothing_of_any_other(string condition, string? values)
    {
        var catalog = DdlCatalog.Read([SearchPath, new("TABLE", "public", "t", $"CREATE TABLE public.t (\n    a text,\n    b text,\n    CONSTRAINT t_a_check CHECK {condition}\n);\n")]);
        Assert.Equal(values, catalog.Tables[0].Find("a")!.AllowedValues is { } known ? string.Join('|', known) : null);
        Assert.Null(catalog.Tables[0].Find("b")!.AllowedValues);
    }

    [Fact]
    public void Partitions_as_10_and_11_write_them()
    {
        var catalog = DdlCatalog.Read([
            SearchPath,
            new("TABLE", "public", "logs", "CREATE TABLE public.logs (\n    at date NOT NULL,\n    who text\n)\nPARTITION BY RANGE (at);\n"),
            new("TABLE", "public", "logs_1", "CREATE TABLE public.logs_1 PARTITION OF public.logs (\n    who WITH OPTIONS DEFAULT 'x'::text NOT NULL\n)\nFOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n"),
            new("TABLE", "public", "logs_2", "CREATE TABLE public.logs_2 PARTITION OF public.logs\nDEFAULT;\n"),
        ]);
        var (first, second) = (catalog.Find("public", "logs_1")!, catalog.Find("public", "logs_2")!);
        Assert.True(first.IsPartition && second.IsPartition);
        Assert.Equal([("at", true), ("who", true)], first.Columns.Select(column => (column.Name, column.NotNull)));
        Assert.Equal([("at", true), ("who", false)], second.Columns.Select(column => (column.Name, column.NotNull)));
        Assert.Equal("logs", catalog.Root(first).Name);
    }

    [Fact]
    public void A_view_that_9_6_creates_as_a_table_is_none() =>
        Assert.Empty(DdlCatalog.Read([
            new("TABLE", "public", "v", "CREATE TABLE v (\n    a integer\n);\n\nALTER TABLE ONLY v REPLICA IDENTITY NOTHING;\n"),
            new("RULE", "public", "v _RETURN", "CREATE RULE \"_RETURN\" AS ON SELECT TO v DO INSTEAD SELECT 1 AS a;\n"),
        ]).Tables);

    [Fact]
    public void What_refers_to_a_table_of_an_extension_or_inherits_from_it_tells_that_there_is_one()
    {
        DdlEntry[] entries =
        [
            SearchPath, new("EXTENSION", null, "units", "CREATE EXTENSION IF NOT EXISTS units WITH SCHEMA public;\n"),
            new("TABLE", "public", "products", "CREATE TABLE public.products (\n    unit integer\n);\n"),
            new("TABLE", "public", "notes", "CREATE TABLE public.notes (\n    email text\n)\nINHERITS (public.stamped);\n"),
            new("FK CONSTRAINT", "public", "products fk", "ALTER TABLE ONLY public.products\n    ADD CONSTRAINT fk FOREIGN KEY (unit) REFERENCES public.units(code);\n"),
        ];
        var catalog = DdlCatalog.Read(entries, [new("public", "notes", ["email", "stamp"])]);
        Assert.Equal(["notes own: email, stamp", "products own: unit", "stamped extension: ", "units extension: code"], catalog.Tables.Select(table =>
            $"{table.Name} {(table.IsFromExtension ? "extension" : "own")}: {string.Join(", ", table.Columns.Select(column => column.Name))}"));
        Assert.Equal(TypeKind.Any, catalog.Find("public", "notes")!.Find("stamp")!.Type.Kind);
        Assert.False(catalog.MayLackTables);
        Assert.True(DdlCatalog.Read(entries).MayLackTables);
    }

    [Fact]
    public void What_the_script_of_a_known_extension_says_of_columns_holds_for_its_tables_and_for_what_inherits_from_them()
    {
        var catalog = DdlCatalog.Read(
        [
            SearchPath, new("EXTENSION", null, "pgq", "CREATE EXTENSION IF NOT EXISTS pgq WITH SCHEMA pg_catalog;\n"),
            new("TABLE", "pgq", "event_1", "CREATE TABLE pgq.event_1 (\n)\nINHERITS (pgq.event_template);\n"),
        ], [new("pgq", "event_1", ["ev_id", "ev_data"]), new("cron", "job", ["schedule", "command"]), new("pgagent", "pga_jobclass", ["jclid", "jclname"])]);
        Assert.Equal(["ev_id: of an extension ", "ev_data: text ", "jclid: of an extension ", "jclname: text NOT NULL", "schedule: of an extension ", "command: text NOT NULL"],
            catalog.Tables.OrderByDescending(table => table.Schema).SelectMany(table => table.Columns).Select(column => $"{column.Name}: {column.Type.Name} {(column.NotNull ? "NOT NULL" : "")}"));
        Assert.Equal(["jclname"], catalog.Tables.SelectMany(table => table.UniqueKeys).Single().Columns);
    }

    [Fact]
    public void A_column_may_be_null_where_not_null_was_never_validated()
    {
        var table = DdlCatalog.Read([
            SearchPath, new("TABLE", "public", "loose", "CREATE TABLE public.loose (\n    a integer,\n    b integer\n);\n"),
            new("CONSTRAINT", "public", "loose late", "ALTER TABLE public.loose\n    ADD CONSTRAINT late NOT NULL a NOT VALID;\n"),
            new("CONSTRAINT", "public", "loose must", "ALTER TABLE public.loose\n    ADD CONSTRAINT must NOT NULL b;\n"),
        ]).Tables[0];
        Assert.Equal([("a", false), ("b", true)], table.Columns.Select(column => (column.Name, column.NotNull)));
    }

    [Fact]
    public void A_key_to_a_table_of_another_part_is_none_of_this_one()
    {
        var catalog = DdlCatalog.Read([
            SearchPath, new("EXTENSION", null, "plpgsql", "CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;\n"),
            new("TABLE", "public", "t", "CREATE TABLE public.t (\n    a integer\n);\n"),
            new("FK CONSTRAINT", "public", "t fk", "ALTER TABLE ONLY public.t\n    ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES public.gone(a);\n"),
        ]);
        Assert.Equal(["t"], catalog.Tables.Select(table => table.Name));
        Assert.Empty(catalog.ForeignKeys);
    }

    [Fact]
    public void Backslashes_escape_where_the_dump_says_so()
    {
        var catalog = DdlCatalog.Read([
            new("STDSTRINGS", null, "STDSTRINGS", "SET standard_conforming_strings = 'off';\n"), SearchPath,
            new("TABLE", "public", "t", "CREATE TABLE public.t (\n    a text DEFAULT 'it\\', b integer'::text,\n    c integer\n);\n"),
        ]);
        Assert.Equal(["a", "c"], catalog.Tables[0].Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("TABLE", "CREATE TABLE public.t (\n    a public.mood\n);", "type public.mood")]
    [InlineData("TABLE", "CREATE TABLE public.t (\n    a text DEFAULT 'x\n);", "string isn't closed")]
    [InlineData("TABLE", "CREATE TABLE public.t (\n    a text\n", "ends too early")]
    [InlineData("TABLE", "CREATE TABLE public.t (\n    a\n);", "expected a name")]
    [InlineData("TABLE", "CREATE WONDER public.t;", "unknown statement")]
    [InlineData("TABLE", "CREATE TABLE public.t (\n    a text\n)\nINHERITS (public.gone);", "public.gone")]
    [InlineData("CONSTRAINT", "ALTER TABLE ONLY public.people\n    ADD CONSTRAINT p PRIMARY KEY (gone);", "no column gone")]
    [InlineData("CONSTRAINT", "ALTER TABLE ONLY public.people\n    ADD CONSTRAINT p WONDER (id);", "unknown kind of constraint")]
    [InlineData("CONSTRAINT", "ALTER TABLE ONLY public.people\n    WONDER id;", "unknown change")]
    [InlineData("INDEX", "CREATE UNIQUE INDEX i ON public.gone USING btree (a);", "public.gone")]
    [InlineData("SEQUENCE OWNED BY", "ALTER SEQUENCE public.s OWNED BY public.people.gone;", "no column gone")]
    [InlineData("COMMENT", "COMMENT ON COLUMN public.people.gone IS 'x';", "no column gone")]
    [InlineData("TYPE", "CREATE TYPE public.t AS (\n    a\n);", "expected a name")]
    [InlineData("DOMAIN", "CREATE DOMAIN public.d;", "expected AS")]
    public void What_is_not_understood_is_an_error_that_names_the_entry(string desc, string sql, string problem)
    {
        var failure = Assert.ThrowsAny<DdlException>(() => DdlCatalog.Read([
            SearchPath,
            new("TABLE", "public", "people", "CREATE TABLE public.people (\n    id integer\n);\n"),
            new(desc, "public", desc == "COMMENT" ? "COLUMN people.gone" : "t", sql),
        ]));
        Assert.StartsWith($"{desc} public.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_sql_is_an_error_or_a_catalog_and_never_a_crash()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] pieces = ["(", ")", ",", "'", "\"", "$a$", "/*", ";", "::", "[", "CONSTRAINT", "NOT", "NULL", "PARTITION", "OF", "DEFAULT", "x", "1"];
        for (var round = 0; round < 20_000; round++)
        {
            var sql = Whole[random.Next(Whole.Length)];
            var at = random.Next(sql.Length);
            sql = random.Next(3) switch
            {
                0 => sql[..at],
                1 => $"{sql[..at]} {pieces[random.Next(pieces.Length)]} {sql[at..]}",
                _ => sql.Remove(at, Math.Min(random.Next(1, 9), sql.Length - at)),
            };
            var entries = new List<DdlEntry> { SearchPath, new("TABLE", "public", "p", Whole[0]), new("TABLE", "public", "r", Whole[1]), new(sql.StartsWith("CREATE D", StringComparison.Ordinal) ? "DOMAIN" : "TABLE", "public", "t", sql) };
            try
            {
                DdlCatalog.Read(entries);
            }
            catch (DdlException)
            {
                // As it should be.
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}, round {round}: {exception}\n{sql}");
            }
        }
    }

    private static readonly string[] Whole =
    [
        "CREATE TABLE public.p (\n    id integer DEFAULT nextval('public.s'::regclass) NOT NULL,\n    \"a b\" character varying(40)[] COLLATE \"C\",\n    at timestamp(3) with time zone,\n    CONSTRAINT c CHECK ((id > 0))\n)\nPARTITION BY RANGE (at, lower((id)::text));\n",
        "CREATE TABLE public.r (\n    id integer,\n    up integer GENERATED ALWAYS AS ((id * 2)) STORED\n);\n\nALTER TABLE ONLY public.r ALTER COLUMN id SET STATISTICS 5;\n",
        "ALTER TABLE ONLY public.p ATTACH PARTITION public.r FOR VALUES FROM ('1') TO ('2');\n",
        "ALTER TABLE public.p ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (\n    SEQUENCE NAME public.p_id_seq\n    START WITH 1\n);\n",
        "ALTER TABLE ONLY public.r\n    ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES public.p(id) ON DELETE CASCADE;\n",
        "CREATE UNIQUE INDEX i ON public.r USING btree (lower(((id)::character varying)::text) COLLATE \"C\" DESC) INCLUDE (up) WITH (fillfactor='70') WHERE (id > 0);\n",
        "CREATE DOMAIN public.d AS numeric(10,2) DEFAULT (1 IS NOT NULL)\n\tCONSTRAINT c CHECK ((VALUE > (0)::numeric));\n",
    ];
}
