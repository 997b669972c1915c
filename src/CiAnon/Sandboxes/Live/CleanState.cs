namespace CiAnon.Sandboxes.Live;

/// <summary>What the marker says of a rewrite.</summary>
/// <param name="Policy">The name of its file.</param>
/// <param name="Done">In a sentence, with counts.</param>
internal sealed record CleanState(string Tool, string Policy, CleanRules Rules, string KeyMode, string? KeyFingerprint, string Done);

/// <summary>Why a database isn't clean.</summary>
/// <param name="Why">Names of tables; never a value.</param>
internal sealed record NotClean(NotCleanReason Reason, string Why);

/// <summary>The kinds of reasons.</summary>
internal enum NotCleanReason
{
    NeverDone,
    Changed,
    OtherPolicy,
    Unreadable,
}
