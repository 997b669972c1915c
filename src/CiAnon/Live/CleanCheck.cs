using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Live;

/// <summary>Whether a database was anonymized where it stands, and no row was written since: for an application's start-up. Only reads.</summary>
public static class CleanCheck
{
    /// <param name="policyPath">The policy that it must have been anonymized by; null for any.</param>
    /// <param name="notice">Gets what isn't this database's, and yet should be known.</param>
    /// <exception cref="CiAnonException">CIANON4030 and later: it can't be told. CIANON5501 to 5503: it isn't clean.</exception>
    public static void Run(LiveAddress target, string? policyPath, Func<string, string?> environment, Action<Diagnostic> notice, CancellationToken cancellation)
    {
        var policy = policyPath is null ? null : Preparation.ReadPolicy(policyPath, environment, DateTimeOffset.UtcNow);
        var rules = policy is null ? null : CleanRules.Of(policy.Sha256, policy.Presets.Select(preset => (preset.Preset.Name, preset.Preset.Sha256)));
        using var connection = LiveConnection.Open(target, readOnly: true);
        if (LiveErrors.Guard(target, "look for what killed syncs left", () => UnprovenDatabases.Notice(target, UnprovenDatabases.On(connection))) is { } left) notice(left);
        NotClean? found;
        try
        {
            found = LiveErrors.Guard(target, "look at the marker and the rows", () =>
            {
                LiveConnection.Execute(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
                return CleanMarker.Judge(connection, rules, cancellation);
            });
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        if (found is null) return;
        var code = found.Reason switch
        {
            NotCleanReason.NeverDone => DiagnosticCodes.NeverSanitized,
            NotCleanReason.OtherPolicy => DiagnosticCodes.SanitizedByOtherPolicy,
            NotCleanReason.Unreadable => DiagnosticCodes.LiveDenied,
            _ => DiagnosticCodes.ChangedSinceSanitized,
        };
        throw new CiAnonException(code, $"{target.Variable} isn't clean: {found.Why}. {code.Help}");
    }
}
