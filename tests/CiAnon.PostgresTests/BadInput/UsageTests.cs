using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

public sealed class UsageTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("anonimize x.dump", "unknown command 'anonimize', did you mean 'anonymize'?")]
    [InlineData("anonymize x.dump --ouput y", "unknown option '--ouput', did you mean '--output'?")]
    [InlineData("anonymize x.dump y.dump -o z", "unexpected argument 'y.dump'")]
    [InlineData("anonymize", "name either a dump, or with --source-env the variable")]
    [InlineData("anonymize x.dump", "--output is missing")]
    [InlineData("anonymize x.dump --output", "--output needs a value: --output FILE")]
    [InlineData("anonymize x.dump -o y --jobs 0", "--jobs takes a number from 1 to 256")]
    [InlineData("anonymize x.dump -o y --jobs many", "--jobs takes a number from 1 to 256")]
    [InlineData("anonymize x.dump -o y --compress 10", "--compress takes none, ")]
    [InlineData("anonymize x.dump -o y --format zip", "--format takes custom, directory, tar or plain")]
    [InlineData("anonymize x.dump -o y --progress loud", "--progress takes auto, plain or none")]
    [InlineData("anonymize x.dump -o y -o z", "--output is given twice")]
    [InlineData("anonymize --in-place=no x.dump", "--in-place takes no value but true or false")]
    [InlineData("purge --dry-run:0 x", "--dry-run takes no value but true or false")]
    [InlineData("schema policy --no-annotations=off", "--no-annotations takes no value but true or false")]
    [InlineData("gdprify -", "standard input can't be replaced")]
    [InlineData("anonymize - --in-place", "standard input can't be replaced")]
    [InlineData("verify - --against -", "standard input holds one dump")]
    [InlineData("anonymize x.dump -o y --source-status s", "--source-status speaks of the command that writes to standard input")]
    [InlineData("verify x.dump --against y.dump --source-status s", "--source-status speaks of the command that writes to standard input")]
    [InlineData("schema polcy", "<which> takes policy or report")]
    [InlineData("strategies emial", "did you mean 'email'?")]
    [InlineData("key", "a command is missing: new")]
    [InlineData("key nw", "unknown command 'nw', did you mean 'new'?")]
    public void Wrong_usage_ends_with_exit_code_2_and_says_what_was_meant(string arguments, string told)
    {
        var result = _scene.Run(arguments.Split(' '));
        Assert.Equal((int)ExitCode.Usage, result.Exit);
        Assert.Equal("", result.Out);
        var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("ci-anon: error CIANON0002: ", line);
        Assert.Contains(told, line);
    }

    [Theory]
    [InlineData("c2VjcmV0IHNlY3JldA==")]
    [InlineData("not base64: secret")]
    public void A_bad_key_is_refused_and_not_repeated(string key)
    {
        var result = _scene.With("CIANON_KEY", key).Run("anonymize", "x.dump", "-o", "y");
        Assert.Equal((int)ExitCode.Usage, result.Exit);
        Assert.Contains("ci-anon key new", result.Line(DiagnosticCodes.BadKey));
        Assert.DoesNotContain(key, result.Error);
        Assert.DoesNotContain("secret", result.Error);
    }

    [Fact]
    public void A_key_variable_that_is_not_set_is_named()
    {
        var result = _scene.Run("anonymize", "x.dump", "-o", "y", "--key-env", "MY_KEY");
        Assert.Equal((int)ExitCode.Usage, result.Exit);
        Assert.Contains("neither MY_KEY nor MY_KEY_FILE is set", result.Line(DiagnosticCodes.BadKey));
    }

    [Fact]
    public void A_missing_key_file_is_an_error_of_the_environment()
    {
        var result = _scene.With("CIANON_KEY_FILE", "/nowhere/key").Run("anonymize", "x.dump", "-o", "y");
        Assert.Equal((int)ExitCode.Environment, result.Exit);
        Assert.Contains("CIANON_KEY_FILE", result.Line(DiagnosticCodes.FileTrouble));
    }

    [Fact]
    public void An_output_beside_in_place_is_refused()
    {
        var result = _scene.Run("anonymize", "x.dump", "-o", "y", "--in-place");
        Assert.Equal((int)ExitCode.Usage, result.Exit);
        Assert.Contains("exclude each other", result.Line(DiagnosticCodes.Usage));
    }
}
