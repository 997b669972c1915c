using CiAnon.Dumps;
using CiAnon.Policies;
using CiAnon.Recognition.Definitions;
using CiAnon.Strategies;

namespace CiAnon.Audits.Findings;

/// <summary>Secrets in the SQL of a dump's table of contents that the policy neither replaces nor allows.</summary>
internal static class SecretFindings
{
    public static IEnumerable<AuditFinding> Of(Policy policy, Dump? dump, PolicyPlaces places)
    {
        if (dump is null || policy.Secrets == SecretsMode.Redact) yield break;
        foreach (var entry in dump.Toc)
        {
            var secrets = DefinitionSecrets.Find(dump.Definition(entry)).Count;
            if (secrets == 0 || policy.Allowed.Any(allowance => allowance.Check is null or "patterns" && allowance.CoversEntry(entry.FullName, PersonalKind.Token))) continue;
            yield return new AuditFinding(AuditRules.SecretInDefinition, entry.FullName,
                $"{entry.FullName} holds {(secrets == 1 ? "a secret" : $"{secrets} secrets")}: replace it with definitions: {{ secrets: redact }}, or allow it under verify", places.Top);
        }
    }
}
