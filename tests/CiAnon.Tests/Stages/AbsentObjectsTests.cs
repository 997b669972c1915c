using CiAnon.Dumps.Contents;
using CiAnon.Stages.Entries;
using Npgsql;

namespace CiAnon.Tests.Stages;

/// <summary>Which refusals are for want of an object that the dump doesn't create; every other one stops a run.</summary>
public sealed class AbsentObjectsTests
{
    private static readonly TocEntry[] Toc =
        [Entry("SEARCHPATH", "", "SEARCHPATH"), Entry("TABLE", "shop", "orders"), Entry("FUNCTION", "shop", "label(text, integer)"), Entry("SCHEMA", "", "shop"), Entry("TYPE", "shop", "tier")];

    [Theory]
    [InlineData("42P01", "relation \"crm.customers\" does not exist", "relation crm.customers")]
    [InlineData("3F000", "schema \"crm\" does not exist", "schema crm")]
    [InlineData("42704", "type \"crm.tier[]\" does not exist", "type crm.tier")]
    [InlineData("42704", "type crm.customers does not exist", "type crm.customers")]
    [InlineData("42883", "function crm.label(text) does not exist", "function crm.label")]
    [InlineData("42883", "operator does not exist: double precision public.<-> public.geometry", "operator public.<->")]
    [InlineData("42704", "operator class \"public.gin_trgm_ops\" does not exist for access method \"gin\"", "operator class public.gin_trgm_ops")]
    [InlineData("42704", "collation \"crm.de\" for encoding \"UTF8\" does not exist", "collation crm.de")]
    public void What_the_dump_does_not_create_is_named(string state, string message, string missing) => Assert.Equal(missing, Find(state, message));

    [Theory]
    [InlineData("42P01", "relation \"shop.orders\" does not exist")]
    [InlineData("42883", "function shop.label(unknown) does not exist")]
    [InlineData("3F000", "schema \"shop\" does not exist")]
    [InlineData("42704", "type \"shop.tier\" does not exist")]
    [InlineData("42883", "function uuidv7() does not exist")]
    [InlineData("42883", "function pg_catalog.uuidv7() does not exist")]
    [InlineData("42704", "type \"oid8\" does not exist")]
    [InlineData("42P01", "something else about \"crm.customers\"")]
    [InlineData("42601", "relation \"crm.customers\" does not exist")]
    [InlineData("P0001", "relation \"crm.customers\" does not exist")]
    [InlineData("42704", "data type shop.tier has no default operator class for access method \"gist\"")]
    [InlineData("42830", "there is no unique constraint matching given keys for referenced table \"orders\"")]
    [InlineData("42704", "constraint \"c\" of relation \"crm.customers\" does not exist")]
    public void Everything_else_stops_the_run(string state, string message) => Assert.Null(Find(state, message));

    [Fact]
    public void What_refers_to_a_skipped_entry_follows_it()
    {
        var absent = new AbsentObjects(Toc);
        absent.Add(Toc[1]);
        Assert.Equal("relation shop.orders", absent.Find(Refusal("42P01", "relation \"shop.orders\" does not exist")));
    }

    [Fact]
    public void Without_an_extension_its_operator_classes_and_types_excuse_more()
    {
        var absent = new AbsentObjects(Toc) { LacksExtension = true };
        absent.StandIns.Add("public.citext");
        absent.Add(Entry("CONSTRAINT", "shop", "people people_name_key"));
        Assert.NotNull(absent.Find(Refusal("42704", "data type integer has no default operator class for access method \"gist\"")));
        Assert.NotNull(absent.Find(Refusal("42883", "could not identify an equality operator for type public.citext")));
        Assert.NotNull(absent.Find(Refusal("42830", "there is no unique constraint matching given keys for referenced table \"people\"")));
        Assert.Null(absent.Find(Refusal("42830", "there is no unique constraint matching given keys for referenced table \"orders\"")));
        Assert.Null(absent.Find(Refusal("42804", "column \"a\" is of type integer but default expression is of type text")));
    }

    private static string? Find(string state, string message) => new AbsentObjects(Toc).Find(Refusal(state, message));

    private static PostgresException Refusal(string state, string message) => new(message, "ERROR", "ERROR", state);

    private static TocEntry Entry(string desc, string schema, string tag) => new()
    {
        DumpId = 1,
        HadDumper = false,
        TableOid = 0,
        CatalogOid = 0,
        Tag = tag,
        Desc = desc,
        Section = TocSection.PreData,
        Defn = "",
        DropStmt = null,
        CopyStmt = null,
        Namespace = schema,
        Tablespace = null,
        TableAm = null,
        RelKind = null,
        Owner = null,
        WithOids = false,
        Dependencies = [],
        HasData = false,
    };
}
