namespace CiAnon.Diagnostics;

public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode PolicyNotFound = Policy("CIANON1001",
        "The policy file doesn't exist", "Check the path after --policy. 'ci-anon init DUMP' writes a new policy.");

    public static readonly DiagnosticCode PolicyUnreadable = Policy("CIANON1002",
        "The policy file can't be read", "It must be a UTF-8 text file below 1 MB that the current user may read.");

    public static readonly DiagnosticCode PolicyMalformed = Policy("CIANON1003",
        "The policy isn't well-formed YAML", "Look at the place named: indentation, a missing colon, or a quote or bracket that isn't closed.");

    public static readonly DiagnosticCode PolicyEmpty = Policy("CIANON1004",
        "The policy file is empty", "Start with the line 'version: 1', or let 'ci-anon init DUMP' write a new policy.");

    public static readonly DiagnosticCode PolicyYamlFeature = Policy("CIANON1005",
        "The policy uses a part of YAML that isn't supported",
        "Anchors, aliases, tags and several documents in one file are refused, so that a reviewer reads every rule where it holds. Write the value out.");

    public static readonly DiagnosticCode PolicyVersionMissing = Policy("CIANON1006",
        "The policy doesn't name its version", "Write 'version: 1' as the first line.");

    public static readonly DiagnosticCode PolicyVersionUnsupported = Policy("CIANON1007",
        "The policy's version isn't supported", "This ci-anon reads version 1. Update ci-anon if the policy was written for a later one.");

    public static readonly DiagnosticCode UnknownPolicyKey = Policy("CIANON1010",
        "An unknown key in the policy", "Correct the spelling or remove it: a key that nobody reads would look as if it protected something.");

    public static readonly DiagnosticCode WrongPolicyType = Policy("CIANON1011",
        "A value of the wrong kind in the policy", "The message says whether a value, a list or a mapping belongs there.");

    public static readonly DiagnosticCode DuplicatePolicyKey = Policy("CIANON1012",
        "The same key or column twice", "Keep one of the two: which one should hold can't be guessed.");

    public static readonly DiagnosticCode BadPolicyValue = Policy("CIANON1013",
        "A value that the policy doesn't know", "The message lists what is allowed.");

    public static readonly DiagnosticCode MissingPolicyKey = Policy("CIANON1014",
        "A key that is required is missing", "Add the key that the message names.");

    public static readonly DiagnosticCode UnknownStrategy = Policy("CIANON1020",
        "An unknown strategy", "'ci-anon strategies' lists what there is.");

    public static readonly DiagnosticCode UnknownOption = Policy("CIANON1021",
        "An option that the strategy doesn't have", "'ci-anon strategies NAME' lists the strategy's options.");

    public static readonly DiagnosticCode BadOptionValue = Policy("CIANON1022",
        "A value that the strategy's option doesn't take", "'ci-anon strategies NAME' gives types, bounds and defaults.");

    public static readonly DiagnosticCode MissingOption = Policy("CIANON1023",
        "An option that the strategy needs is missing", "Give it in the rule, or for all rules of the strategy under 'defaults'.");

    public static readonly DiagnosticCode UnknownLocale = Policy("CIANON1024",
        "An unknown locale", "The message lists the locales that names, addresses and phone formats come in.");

    public static readonly DiagnosticCode PolicyVariableMissing = Policy("CIANON1030",
        "An environment variable that the policy refers to isn't set", "Set it for this run, or give a default: ${NAME:-default}.");

    public static readonly DiagnosticCode BadPolicyVariable = Policy("CIANON1031",
        "A reference to an environment variable can't be read", "Write ${NAME} or ${NAME:-default}; write $${ for the two characters themselves.");

    public static readonly DiagnosticCode SecretInPolicy = Policy("CIANON1032",
        "Something that looks like a secret is in the policy",
        "Take it out, and replace the secret where it is used, as it is in the history now. Refer to an environment variable instead: ${NAME}.");

    public static readonly DiagnosticCode DecisionExpired = Policy("CIANON1040",
        "A decision has expired", "Review it: set a later 'until', or give the column a strategy; remove an entry of `allow` that isn't needed any more.");

    public static readonly DiagnosticCode ReasonMissing = Policy("CIANON1041",
        "Something is kept without a reason", "`require_reasons: true` wants one for whatever is kept: keep: { COLUMN: { reason: \"...\" } }. A glob such as \"*\" names several columns.");

    private static DiagnosticCode Policy(string id, string title, string help) => new(id, Severity.Error, ExitCode.Usage, title, help);
}
