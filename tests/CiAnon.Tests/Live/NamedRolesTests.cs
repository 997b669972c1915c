using CiAnon.Dumps.Contents;
using CiAnon.Stages.Live;

namespace CiAnon.Tests.Live;

/// <summary>Which roles a definition of pg_dump's names.</summary>
public sealed class NamedRolesTests
{
    [Theory]
    [InlineData("ACL", "GRANT SELECT,INSERT ON TABLE \"Mixed Case\".\"to \"\"FROM\"\" x\" TO app_reader;\nREVOKE ALL ON TABLE s.t FROM PUBLIC;\nSET SESSION AUTHORIZATION \"Big Boss\";\nGRANT ALL ON FUNCTION s.f(x text) TO \"TO\" WITH GRANT OPTION;\nRESET SESSION AUTHORIZATION;\n", "app_reader|Big Boss|TO")]
    [InlineData("DEFAULT ACL", "ALTER DEFAULT PRIVILEGES FOR ROLE owner_1 IN SCHEMA crm GRANT SELECT ON TABLES TO reader;\nALTER DEFAULT PRIVILEGES FOR ROLE owner_1 REVOKE ALL ON FUNCTIONS FROM PUBLIC;\n", "owner_1|reader|owner_1")]
    [InlineData("POLICY", "CREATE POLICY \"to all\" ON crm.customers AS RESTRICTIVE FOR SELECT TO app_reader, \"b, c\", müller USING ((note <> ' TO nobody'::text)) WITH CHECK ((x TO y));\n", "app_reader|b, c|müller")]
    [InlineData("POLICY", "CREATE POLICY p ON crm.customers USING ((mood <> 'sad'::crm.mood));\n", "")]
    [InlineData("USER MAPPING", "CREATE USER MAPPING FOR app SERVER far OPTIONS (\n    \"user\" 'FOR nobody'\n);\n", "app")]
    [InlineData("USER MAPPING", "CREATE USER MAPPING FOR public SERVER far;\n", "")]
    [InlineData("TABLE", "CREATE TABLE t (a text DEFAULT 'GRANT x TO y');\n", "")]
    public void Those_that_get_something_are_found_and_no_others(string desc, string definition, string roles)
    {
        var entry = Entry(desc, definition);
        Assert.Equal(roles, string.Join('|', NamedRoles.InPrivileges(entry).Concat(NamedRoles.InDefinition(entry))));
    }

    private static TocEntry Entry(string desc, string definition) => new()
    {
        DumpId = 1,
        HadDumper = false,
        TableOid = 0,
        CatalogOid = 0,
        Tag = "x",
        Desc = desc,
        Section = TocSection.PostData,
        Defn = definition,
        DropStmt = null,
        CopyStmt = null,
        Namespace = "",
        Tablespace = null,
        TableAm = null,
        RelKind = null,
        Owner = null,
        WithOids = false,
        Dependencies = [],
        HasData = false,
    };
}
