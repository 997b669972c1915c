using CiAnon.Tests.Dumps;

namespace CiAnon.Tests.Audits;

/// <summary>What init proposes for values that have parts: points, row types, hstore.</summary>
public sealed class InitPartsTests : InitFolder
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Points_of_PostGIS_are_moved_whether_rows_tell_or_the_type_and_other_geometries_are_not(bool hasRows)
    {
        var text = Init(out _, builder => AddPlaces(builder, hasRows));
        foreach (var point in new[] { "home", "work" }) Assert.Contains($"{point}: {{ strategy: coordinates, radius: 1 km", text, StringComparison.Ordinal);
        foreach (var other in new[] { "parcel", "site" }) Assert.DoesNotContain($"{other}: {{ strategy: coordinates", text, StringComparison.Ordinal);
        Assert.Equal(hasRows, text.Contains("anything: { strategy: coordinates", StringComparison.Ordinal));
    }

    private static void AddPlaces(ArchiveBuilder builder, bool hasRows)
    {
        builder.Add(9, "EXTENSION", "postgis", defn: "CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;\n");
        builder.Add(12, "TABLE", "places", "public",
            "CREATE TABLE public.places (\n    id integer NOT NULL,\n    home public.geometry(Point,4326),\n    work public.geography(Point,4326),\n    parcel public.geometry(Polygon,4326),\n    anything public.geometry,\n    site public.geometry(Point,999999)\n);\n");
        if (!hasRows) return;
        builder.AddRows(32, "places", string.Concat(Enumerable.Range(1, 50).Select(row => $"{row}\t{Point(row)}\t{Point(row)}\t\\N\t{Point(row)}\t\\N\n")), "COPY public.places (id, home, work, parcel, anything, site) FROM stdin;\n");

        static string Point(int row) => "0101000020E6100000" + Convert.ToHexString(BitConverter.GetBytes(13.0 + row / 100.0)) + Convert.ToHexString(BitConverter.GetBytes(52.0 + row / 100.0));
    }

    [Fact]
    public void Events_of_a_queue_have_their_rules_at_the_extensions_table_that_theirs_inherit_from()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(9, "EXTENSION", "pgq", defn: "CREATE EXTENSION IF NOT EXISTS pgq WITH SCHEMA pg_catalog;\n");
            builder.Add(12, "TABLE", "event_1", "pgq", "CREATE TABLE pgq.event_1 (\n)\nINHERITS (pgq.event_template);\n");
            builder.AddRows(32, "event_1", string.Concat(Enumerable.Range(1, 60).Select(row => $"{row}\tmail\tto=a{row}@posteo-mail.net\n")), "COPY pgq.event_1 (ev_id, ev_type, ev_data) FROM stdin;\n", "pgq");
            builder.AddRows(33, "event_template", "", "COPY pgq.event_template (ev_id, ev_type, ev_data) FROM stdin;\n", "pgq");
        });
        Assert.Matches(@"(?s)\n  pgq\.event_template:\n    columns:\n      .*ev_data: ", text);
        Assert.DoesNotMatch(@"(?s)\n  pgq\.event_1:\n.*ev_data: .*\n  pgq\.event_template:", text);
    }

    [Fact]
    public void A_row_type_is_proposed_field_by_field()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TYPE", "person", "public", "CREATE TYPE public.person AS (\n\tlast_name text,\n\tmail text,\n\tlevel integer\n);\n");
            builder.Add(13, "TABLE", "loans", "public", "CREATE TABLE public.loans (\n    reader public.person NOT NULL\n);\n");
            builder.AddRows(32, "loans", string.Concat(Enumerable.Range(1, 60).Select(row => $"({Pick("Schmidt Weber Vogt", row)},a{row}@posteo-mail.net,{row % 4})\n")), "COPY public.loans (reader) FROM stdin;\n");
        });
        Assert.Matches("reader: { strategy: composite, fields: { last_name: last_name, mail: email, level: keep }", text);
    }

    [Fact]
    public void JSON_in_a_column_of_text_is_proposed_path_by_path()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "audit_event", "public", "CREATE TABLE public.audit_event (\n    state text NOT NULL,\n    short character varying(200),\n    mixed text\n);\n");
            builder.AddRows(32, "audit_event", string.Concat(Enumerable.Range(1, 60).Select(row => $"{(row % 9 == 0 ? "" : State(row))}\t{State(row)}\t{(row % 7 == 0 ? "seen by Zoltra at the counter of the shop" : State(row))}\n")),
                "COPY public.audit_event (state, short, mixed) FROM stdin;\n");
        });
        Assert.Contains("state: { strategy: json, paths: { '$[*].fields.email': email, '$[*].fields.ip': ip, '$[*].fields.last_name': last_name, '$[*].model': keep, '$..*': text } }", text, StringComparison.Ordinal);
        Assert.Contains("JSON, keys or values speak of: ", text, StringComparison.Ordinal);
        foreach (var other in new[] { "short", "mixed" }) Assert.DoesNotContain($"{other}: {{ strategy: json", text, StringComparison.Ordinal);

        static string State(int row) => $"[{{\"model\": \"auth.user\", \"fields\": {{\"last_name\": \"{Pick("Schmidt Weber Vogt", row)}\", \"email\": \"a{row}@posteo-mail.net\", \"ip\": \"84.17.{row}.9\"}}}}]";
    }

    [Fact]
    public void Names_of_models_that_a_framework_lists_are_nobodys()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(12, "TABLE", "django_content_type", "public", "CREATE TABLE public.django_content_type (\n    app_label character varying(100) NOT NULL,\n    model character varying(100) NOT NULL\n);\n");
            builder.AddRows(32, "django_content_type", "auth\tuser\nwagtailcore\tpage\nsupport\tticket\nadmin\tlogentry\nshop\torder\n", "COPY public.django_content_type (app_label, model) FROM stdin;\n");
        });
        foreach (var column in new[] { "app_label", "model" }) Assert.Contains($"{column}: keep  # not personal", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_hstore_speak_as_those_of_JSON_do()
    {
        var text = Init(out _, builder =>
        {
            builder.Add(9, "EXTENSION", "hstore", defn: "CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;\n");
            builder.Add(12, "TABLE", "sets", "public", "CREATE TABLE public.sets (\n    attributes public.hstore,\n    dims public.hstore\n);\n");
            builder.AddRows(32, "sets", string.Concat(Enumerable.Range(1, 60).Select(row => $"\"nickname\"=>\"q{row * 37}\", \"theme\"=>\"{Pick("dark light blue", row)}\"{(row == 7 ? ", \"since\"=>NULL" : "")}\t\"height\"=>\"{row}\"\n")),
                "COPY public.sets (attributes, dims) FROM stdin;\n");
        });
        Assert.Contains("attributes: { strategy: hstore, keys: { nickname: username, theme: keep, '*': text }", text, StringComparison.Ordinal);
        Assert.Contains("keys or values speak of: user name", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("dims: .*speak of", text);
    }
}
