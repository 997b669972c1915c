using System.Net;
using CiAnon.Diagnostics;
using CiAnon.Hosts;

namespace CiAnon.Publishing.GitHub;

/// <summary>An answer that isn't what was asked for, as a diagnostic.</summary>
internal static class GitHubFailure
{
    private const int LongestMessage = 500;

    public static CiAnonException Of(GitHubReply reply, Secret? token)
    {
        var what = $"{reply.Operation.Method} {reply.Operation.Path}";
        if (reply.IsRateLimited)
            return new CiAnonException(DiagnosticCodes.GitHubRateLimited, $"{what}: {Status(reply)}{reply.Request}. Its limit doesn't end within {Patience.Most.TotalMinutes:0} minutes: start the job again later");
        if (reply.IsUncertain)
            return new CiAnonException(DiagnosticCodes.GitHubUnreachable, $"{what}: {reply.Trouble ?? Status(reply)}{reply.Request}");
        var message = Printable.Cut(Printable.Line(reply.Message), LongestMessage);
        var said = (token?.ConcealIn(message) ?? message) is { Length: > 0 } text ? $": {text}" : "";
        var code = IsDenial(reply.Status) ? DiagnosticCodes.GitHubDenied : DiagnosticCodes.GitHubRefused;
        var need = IsDenial(reply.Status) ? $"; the token needs {reply.Operation.Permission}" : "";
        return new CiAnonException(code, $"{what}: {Status(reply)}{said}{reply.Request}{need}");
    }

    // GitHub hides what a token may not see behind 404.
    private static bool IsDenial(HttpStatusCode? status) => status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    private static string Status(GitHubReply reply) => $"GitHub answered {(int)reply.Status!}";
}
