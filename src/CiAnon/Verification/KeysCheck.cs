using CiAnon.Stages;

namespace CiAnon.Verification;

/// <summary>Primary, unique, exclusion and foreign keys and checks hold: each was created over the anonymized rows.</summary>
internal static class KeysCheck
{
    public static CheckResult Run(RunState run) => CheckDefinition.Keys.Result(
        run.PostDataEntries, [.. run.KeyViolations.Select(violation => new Finding(violation.Entry, 1, violation.Description))]);
}
