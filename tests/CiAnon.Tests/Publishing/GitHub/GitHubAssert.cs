using CiAnon.Diagnostics;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Failures that never hold the token.</summary>
internal static class GitHubAssert
{
    /// <summary>The message.</summary>
    public static string Fails(Action call, DiagnosticCode code)
    {
        var exception = Assert.Throws<CiAnonException>(call);
        var diagnostic = Assert.Single(exception.Diagnostics);
        Assert.Equal(code.Id, diagnostic.Code.Id);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.OrdinalIgnoreCase);
        return diagnostic.Message;
    }
}
