using CiAnon.Diagnostics;
using CiAnon.Policies;

namespace CiAnon.Tests.Live;

/// <summary>Confiture's environment files, as its users have them.</summary>
public sealed class EnvironmentFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void A_whole_file_is_read_and_its_password_comes_from_the_environment()
    {
        var read = Read("""
            # Production (source) configuration
            host: prod-db.example.com
            port: 5432
            database: ecommerce_prod
            user: confiture_sync_user
            password: ${PROD_DB_PASSWORD}      # From environment variable
            pool_size: 5
            max_overflow: 10
            ssl_mode: require
            ssl_cert: /path/to/client-cert.pem
            ssl_key: /path/to/client-key.pem
            ssl_root_cert: /path/to/ca-cert.pem
            readonly: true
            connect_timeout: 30
            statement_timeout: 3600
            """);
        Assert.Equal(
        [
            "host=prod-db.example.com", "port=5432", "dbname=ecommerce_prod", "user=confiture_sync_user", "password=secret of PROD_DB_PASSWORD", "sslmode=require",
            "sslcert=/path/to/client-cert.pem", "sslkey=/path/to/client-key.pem", "sslrootcert=/path/to/ca-cert.pem", "connect_timeout=30",
        ], read.Parts.Select(part => $"{part.Word}={part.Value}"));
        Assert.Equal((3600, true), (read.StatementTimeout, read.IsReadOnly));
    }

    [Theory]
    [InlineData("host: a\npassword: canary-word\n")]
    [InlineData("host: a\npassword: ${NAME:-canary-word}\n")]
    [InlineData("host: a\npassword: canary-${NAME}\n")]
    [InlineData("host: a\nport: 54x2\n")]
    [InlineData("host: a\nstatement_timeout: 1h\n")]
    [InlineData("host: a\nport: ${NAME}\n")]
    [InlineData("host: a\nreadonly: maybe\n")]
    [InlineData("host: a\nhots: b\n")]
    [InlineData("- host\n")]
    [InlineData("host: [a]\n")]
    public void What_is_not_understood_is_an_error_at_its_place(string text)
    {
        var failure = Assert.Throws<CiAnonException>(() => Read(text));
        Assert.All(failure.Diagnostics, problem => Assert.NotNull(problem.Position));
        Assert.Contains(failure.Diagnostics, problem => problem.Code.Exit == ExitCode.Usage);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("yes", true)]
    [InlineData("'on'", true)]
    [InlineData("no", false)]
    [InlineData("false", false)]
    public void A_database_is_readonly_by_every_word_that_is_true_in_its_yaml(string word, bool isReadOnly) => Assert.Equal(isReadOnly, Read($"host: a\nreadonly: {word}\n").IsReadOnly);

    [Fact]
    public void A_variable_that_is_not_set_is_told_once()
    {
        File.WriteAllText(_file, "host: a\npassword: ${NOWHERE}\n");
        Assert.Equal("CIANON1030", Assert.Throws<CiAnonException>(() => EnvironmentFile.Read(_file, _ => null)).Diagnostics.Single().Code.Id);
    }

    public void Dispose() => File.Delete(_file);

    private EnvironmentFile Read(string text)
    {
        File.WriteAllText(_file, text);
        return EnvironmentFile.Read(_file, name => $"secret of {name}");
    }
}
