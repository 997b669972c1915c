using System.Text;
using CiAnon.Recognition;
using CiAnon.Recognition.Definitions;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Tests.Recognition.Definitions;

/// <summary>Whatever counts as a secret in a definition can be taken out of it, and then nothing counts any more.</summary>
public class DefinitionSecretsTests
{
    public static TheoryData<string> Secrets => [.. Recognizers.All.Where(recognizer => recognizer.Kind == PersonalKind.Token).Select(recognizer => recognizer.Name)];

    public static TheoryData<string> Definitions => [.. DefinitionSample.All.Select(sample => sample.Where)];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Every_recognizers_secret_is_replaced_within_its_string(string name)
    {
        var secret = PatternSample.All.Single(sample => sample.Recognizer == name).Text;
        var redacted = Redacted($"CREATE VIEW public.v AS SELECT 'before {secret} after'::text AS a, 'Grüße'::text AS b;");
        Assert.Equal(0, Tokens(redacted));
        Assert.StartsWith("CREATE VIEW public.v AS SELECT 'before ", redacted, StringComparison.Ordinal);
        Assert.Contains("***", redacted, StringComparison.Ordinal);
        Assert.EndsWith("'::text AS a, 'Grüße'::text AS b;", redacted, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_definitions_secret_is_seen_and_replaced_and_nothing_else(string where)
    {
        var sample = DefinitionSample.All.Single(one => one.Where == where);
        Assert.Equal((1L, 0L), (Tokens(sample.Sql), Tokens(sample.Near)));
        Assert.Equal(sample.Near, Redacted(sample.Sql));
    }

    [Fact]
    public void Every_secret_of_a_connection_string_is_seen_behind_one_that_was_replaced()
    {
        const string Sql = "SELECT dblink_connect('host=a password=***'), dblink_connect('host=b password=planted');";
        Assert.Equal(1, Tokens(Sql));
        Assert.Equal(Sql.Replace("planted", "***", StringComparison.Ordinal), Redacted(Sql));
    }

    private static string Redacted(string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        return Encoding.UTF8.GetString(DefinitionSecrets.Redact(bytes, DefinitionSecrets.Find(bytes)));
    }

    private static long Tokens(string sql)
    {
        var patterns = new DefinitionPatterns(Recognizers.All);
        patterns.Scan(sql);
        return patterns.Scanner.Matching(0, PersonalKind.Token);
    }
}
