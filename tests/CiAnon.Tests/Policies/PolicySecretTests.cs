using CiAnon.Diagnostics;

namespace CiAnon.Tests.Policies;

public class PolicySecretTests
{
    // Put together here, so that no scanner takes this file for a leak.
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)(i * 7)).ToArray());

    public static TheoryData<string> Secrets =>
    [
        "postgres://" + "app:hunter2@db/prod",
        "see postgresql://" + "app:hunter2@db:5432/prod for it",
        "Host=db;Username=app;" + "Password=hunter2",
        "-----BEGIN" + " RSA PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0.abcdefghijk",
        Key,
    ];

    [Theory, MemberData(nameof(Secrets))]
    public void A_secret_is_an_error_that_never_repeats_it(string secret)
    {
        var problem = Sample.Problem($"version: 1\ncolumns: {{ a: {{ strategy: email, domain: '{secret}' }} }}");

        Assert.Equal(DiagnosticCodes.SecretInPolicy, problem.Code);
        Assert.Equal(new SourcePosition("ci-anon.yml", 2, 42), problem.Position);
        Assert.DoesNotContain(secret, problem.Message);
    }

    [Theory, MemberData(nameof(Secrets))]
    public void No_other_message_repeats_it_either(string secret)
    {
        foreach (var yaml in new[] { "locale: '{0}'", "columns: {{ a: '{0}' }}", "'{0}': 1", "columns: {{ '{0}': email, '{0}': email }}", "retention: '{0}'" })
        {
            var problems = Sample.Read("version: 1\n" + string.Format(yaml, secret)).Diagnostics;
            Assert.Contains(problems, problem => problem.Code == DiagnosticCodes.SecretInPolicy);
            Assert.All(problems, problem => Assert.DoesNotContain(secret, problem.Message));
        }
    }

    [Theory, MemberData(nameof(Secrets))]
    public void A_comment_is_searched_too(string secret) =>
        Assert.Equal(DiagnosticCodes.SecretInPolicy, Sample.Problem($"version: 1\n# {secret}").Code);

    [Fact]
    public void A_file_that_is_not_YAML_is_searched_too() =>
        Assert.Contains(Sample.Read($"version: [\n# {Key}").Diagnostics, problem => problem.Code == DiagnosticCodes.SecretInPolicy);

    [Theory]
    [InlineData("postgres://app:${PASSWORD}@db/prod")]
    [InlineData("postgres://app@db/prod")]
    [InlineData("https://example.com/a:b@c")]
    [InlineData("AKIA")]
    [InlineData("aGVsbG8gd29ybGQ=")]
    public void What_only_resembles_a_secret_is_accepted(string value) =>
        Sample.Policy($"version: 1\ncolumns: {{ a: {{ strategy: email, domain: '{value}' }} }}", ("PASSWORD", "x"));
}
