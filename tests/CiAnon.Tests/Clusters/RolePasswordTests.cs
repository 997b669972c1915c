using System.Text;
using CiAnon.Clusters;

namespace CiAnon.Tests.Clusters;

public sealed class RolePasswordTests
{
    [Theory]
    [InlineData("ALTER ROLE a WITH LOGIN PASSWORD 'SCRAM-SHA-256$4096:c2FsdA==$a:b' VALID UNTIL '2030-01-01';", "ALTER ROLE a WITH LOGIN PASSWORD NULL VALID UNTIL '2030-01-01';", 1)]
    [InlineData("CREATE ROLE a PASSWORD 'md5it''s';", "CREATE ROLE a PASSWORD NULL;", 1)]
    [InlineData("CREATE ROLE a PASSWORD E'a\\'b';", "CREATE ROLE a PASSWORD NULL;", 1)]
    [InlineData("ALTER ROLE \"a PASSWORD 'x'\" WITH password 'y';", "ALTER ROLE \"a PASSWORD 'x'\" WITH password NULL;", 1)]
    [InlineData("COMMENT ON ROLE a IS 'has no PASSWORD ''x'' yet';", "COMMENT ON ROLE a IS 'has no PASSWORD ''x'' yet';", 0)]
    [InlineData("ALTER ROLE a WITH NOLOGIN;", "ALTER ROLE a WITH NOLOGIN;", 0)]
    public void Becomes_null_and_nothing_else_changes(string statement, string expected, int count)
    {
        var (text, found) = RolePassword.Remove(Encoding.UTF8.GetBytes(statement));
        Assert.Equal((expected, count), (Encoding.UTF8.GetString(text), found));
    }
}
