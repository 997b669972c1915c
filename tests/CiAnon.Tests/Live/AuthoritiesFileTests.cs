using CiAnon.Sandboxes.Live;

namespace CiAnon.Tests.Live;

/// <summary>Which authorities pg_dump and pg_restore trust where a connection string names none: those that our own connections do.</summary>
public sealed class AuthoritiesFileTests
{
    [Fact]
    public void What_the_environment_names_goes_first_and_the_systems_are_a_file_that_every_version_reads()
    {
        var folder = Directory.CreateTempSubdirectory("ci-anon-authorities-");
        try
        {
            var file = Path.Combine(folder.FullName, "some.pem");
            File.WriteAllText(file, "");
            Assert.Equal("anything", Find(("PGSSLROOTCERT", "anything"), ("SSL_CERT_FILE", file)));
            Assert.Equal(file, Find(("SSL_CERT_FILE", file), ("HOME", folder.FullName)));
            Assert.NotEqual(file + ".none", Find(("SSL_CERT_FILE", file + ".none")));
            var own = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, ".postgresql")).FullName, "root.crt");
            File.WriteAllText(own, "");
            Assert.Equal(own, Find(("SSL_CERT_FILE", file), ("HOME", folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Find(params (string Name, string Value)[] variables) => AuthoritiesFile.Find(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
