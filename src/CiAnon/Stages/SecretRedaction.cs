using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition.Definitions;

namespace CiAnon.Stages;

/// <summary>
/// <c>definitions: { secrets: redact }</c>: takes the secrets out of the dump's table of contents before anything reads it, so that neither
/// the sandbox nor the artefact ever has them. What is missed is found by the check <c>patterns</c>, which searches what is left.
/// </summary>
internal static class SecretRedaction
{
    public static IReadOnlyList<RedactedEntry> Apply(Policy policy, Dump dump)
    {
        if (policy.Secrets != SecretsMode.Redact) return [];
        var definitions = new Dictionary<int, byte[]>();
        var redacted = new List<RedactedEntry>();
        foreach (var entry in dump.Toc)
        {
            var definition = dump.Definition(entry);
            if (DefinitionSecrets.Find(definition) is not { Count: > 0 } secrets) continue;
            definitions.Add(entry.DumpId, DefinitionSecrets.Redact(definition, secrets));
            redacted.Add(new RedactedEntry(entry.FullName, secrets.Count));
        }
        dump.Redefine(definitions);
        return redacted;
    }
}
