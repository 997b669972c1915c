using CiAnon.Dumps.Contents;
using CiAnon.Tables;

namespace CiAnon.Tests.Stages;

public class CopyStatementTests
{
    [Theory]
    [InlineData("COPY public.customers (id, email) FROM stdin;\n", "public", "customers", "id|email")]
    [InlineData("COPY customers (id) FROM stdin;\n", "shop", "customers", "id")]
    [InlineData("COPY \"Sales Dept\".\"Account \"\"VIP\"\"\" (\"E-Mail\", \"a, b\", \"c)\") FROM stdin;\n", "Sales Dept", "Account \"VIP\"", "E-Mail|a, b|c)")]
    [InlineData("COPY public.nothing  FROM stdin;\n", "public", "nothing", "")]
    [InlineData("COPY public.\"FROM stdin\" (\"(\") FROM stdin;\n", "public", "FROM stdin", "(")]
    public void What_pg_dump_writes_is_read(string statement, string schema, string table, string columns)
    {
        var copy = CopyStatement.Parse(Entry(statement))!;
        Assert.Equal((schema, table, columns), (copy.Schema, copy.Table, string.Join('|', copy.Columns)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("INSERT INTO t VALUES (1);")]
    [InlineData("COPY t (a, b FROM stdin;")]
    [InlineData("COPY t (a) WITH OIDS FROM stdin;")]
    [InlineData("COPY t (a.b) FROM stdin;")]
    [InlineData("COPY a.b.c (a) FROM stdin;")]
    [InlineData("COPY (SELECT 1) TO stdout;")]
    [InlineData("COPY t (\"a) FROM stdin;")]
    public void Anything_else_is_not(string? statement) => Assert.Null(CopyStatement.Parse(Entry(statement)));

    private static TocEntry Entry(string? statement) => new()
    {
        DumpId = 1,
        HadDumper = true,
        TableOid = 0,
        CatalogOid = 0,
        Tag = "customers",
        Desc = "TABLE DATA",
        Section = TocSection.Data,
        Defn = null,
        DropStmt = null,
        CopyStmt = statement,
        Namespace = "shop",
        Tablespace = null,
        TableAm = null,
        RelKind = null,
        Owner = null,
        WithOids = false,
        Dependencies = [],
        HasData = true,
    };
}
