using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using Npgsql;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class RedactionTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Canary = "canary@secret.example";

    private const string Tables = """
        CREATE TEMP TABLE customers (email text CONSTRAINT customers_email_key UNIQUE, age int CHECK (age > 0), profile jsonb, tier varchar(3));
        CREATE FUNCTION pg_temp.leak() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'row %', NEW.v USING TABLE = NEW.v, COLUMN = NEW.v, CONSTRAINT = NEW.v, DETAIL = NEW.v; END $$;
        CREATE TEMP TABLE leaky (v text);
        CREATE TRIGGER leak BEFORE INSERT ON leaky FOR EACH ROW EXECUTE FUNCTION pg_temp.leak();
        """;

    [Theory]
    [InlineData("customers (email)", Canary + "\n" + Canary + "\n", "^unique_violation \\(23505\\) on table pg_temp_[0-9]+.customers, constraint customers_email_key, row 2$")]
    [InlineData("customers (email, age)", Canary + "\t-1\n", "^check_violation \\(23514\\) on table pg_temp_[0-9]+.customers, constraint customers_age_check, row 1$")]
    [InlineData("customers (email, age)", "a\t1\nb\t" + Canary + "\n", "^invalid_text_representation \\(22P02\\) on column age, row 2$")]
    [InlineData("customers (email, profile)", "b\t{\"mail\": " + Canary + "}\n", "^invalid_text_representation \\(22P02\\) on column profile, row 1$")]
    [InlineData("customers (tier)", Canary + "\n", "^string_data_right_truncation \\(22001\\) on column tier, row 1$")]
    [InlineData("customers (tier)", "a\\nCOPY x, line 9, column " + Canary + ": \n", "^string_data_right_truncation \\(22001\\) on column tier, row 1$")]
    [InlineData("customers (email)", Canary + "\t" + Canary + "\n", "^bad_copy_file_format \\(22P04\\) on row 1$")]
    [InlineData("leaky", Canary + "\n", "^raise_exception \\(P0001\\)$")]
    public void A_row_that_the_server_refuses_is_described_without_its_values(string target, string rows, string expected)
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, Tables);
        var stream = CopyChannel.OpenWrite(connection, $"COPY {target} FROM STDIN");
        stream.Write(System.Text.Encoding.UTF8.GetBytes(rows));
        var failure = Assert.Throws<PostgresException>(stream.Dispose);

        var described = Redaction.Describe(failure);

        Assert.DoesNotContain("secret", described, StringComparison.Ordinal);
        Assert.Matches(expected, described);
        var carried = SandboxErrors.From(failure, "restore table customers");
        Assert.DoesNotContain("secret", carried.ToString(), StringComparison.Ordinal);
        Assert.Null(carried.InnerException);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, "CIANON4007")]
    [InlineData(PostgresErrorCodes.AdminShutdown, "CIANON4009")]
    [InlineData(PostgresErrorCodes.CrashShutdown, "CIANON4009")]
    [InlineData(PostgresErrorCodes.UniqueViolation, "CIANON4010")]
    public void A_server_error_becomes_an_expected_failure_without_its_words(string state, string code)
    {
        var carried = SandboxErrors.From(new PostgresException(Canary, "ERROR", "ERROR", state, detail: Canary, hint: Canary, where: Canary, internalQuery: Canary), "restore");
        Assert.Equal(code, Assert.Single(carried.Diagnostics).Code.Id);
        Assert.DoesNotContain(Canary, carried.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, carried.Exit);
    }

    [Fact]
    public void An_unknown_code_is_given_as_it_is() =>
        Assert.Equal("error (XY123)", Redaction.Describe(new PostgresException(Canary, "ERROR", "ERROR", "XY123")));
}
