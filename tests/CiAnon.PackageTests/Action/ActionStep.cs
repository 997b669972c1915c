namespace CiAnon.PackageTests.Action;

/// <summary>One step of action.yml: a script, or another action.</summary>
internal sealed record ActionStep(
    string Name, string? Id, string? If, string? Run, string? Uses, IReadOnlyDictionary<string, string> Env, IReadOnlyDictionary<string, string> With);
