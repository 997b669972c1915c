using System.Security.Cryptography;
using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies;

/// <summary>Reads policy files. What a user can get wrong comes back as diagnostics, all at once; nothing is thrown for it.</summary>
/// <param name="strategies">All there are; the one named <c>keep</c> must be among them.</param>
/// <param name="locales">All there are, such as <c>en</c>.</param>
public sealed class PolicyReader(IReadOnlyList<StrategyDefinition> strategies, IReadOnlyList<string> locales)
{
    private const int MaximumBytes = 1 << 20;

    private readonly PolicyLanguage _language = new(strategies, locales);

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    public PolicyReadResult ReadFile(string path, Func<string, string?> environment, DateOnly today)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > MaximumBytes
                ? Failed(DiagnosticCodes.PolicyUnreadable, path, "the file is larger than 1 MB, which no policy is; check the path")
                : Read(path, File.ReadAllBytes(path), environment, today);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(DiagnosticCodes.PolicyNotFound, path, "the policy file doesn't exist; check the path, or start one with 'ci-anon init DUMP'");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed(DiagnosticCodes.PolicyUnreadable, path, "the policy file can't be read; it must be a file that the current user may read");
        }
    }

    /// <summary>Reads a policy's bytes (UTF-8).</summary>
    /// <param name="path">For positions and <see cref="Policy.Path"/>; not opened.</param>
    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    public PolicyReadResult Read(string path, byte[] bytes, Func<string, string?> environment, DateOnly today)
    {
        var problems = new PolicyProblems();
        if (PolicyText.Decode(path, bytes, problems) is not { } text)
            return new(null, problems.InOrder);

        var written = YamlTree.Parse(path, text, problems.Add);
        SecretScan.Report(path, text, written, problems);
        if (written is null or YamlScalar { IsAbsent: true })
        {
            if (!problems.Any)
                problems.Add(DiagnosticCodes.PolicyEmpty, new(path, 1, 1), "the policy is empty; start with 'version: 1'");
            return new(null, problems.InOrder);
        }

        var root = new Interpolation(environment, problems.Add).Apply(written);
        var policy = ReadRoot(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), root, problems, today);
        return new(problems.Any ? null : policy, problems.InOrder) { ForReview = problems.InOrder.All(IsOfDecisions) ? policy : null };
    }

    private Policy? ReadRoot(string path, string sha256, YamlNode root, PolicyProblems problems, DateOnly today)
    {
        if (root is not YamlMapping)
        {
            problems.WrongType(root, "a policy", "a mapping that starts with 'version: 1'");
            return null;
        }

        var values = new PolicyValues(problems);
        var mappings = new PolicyMappings(problems);
        if (PolicyVersion.IsLater((YamlMapping)root, problems))
            return null;

        var decisions = new DecisionReader(problems, values, today);
        var rules = new RuleReader(_language, problems, mappings, values, new OptionReader(_language, problems, mappings, values), decisions);
        var tables = new TableReader(_language, problems, mappings, values, rules, decisions);

        var fields = mappings.Fields(root, _language.Root);
        PolicyVersion.Check(fields[PolicyLanguage.Version], root, values, problems);
        rules.ReadDefaults(fields[PolicyLanguage.Defaults]);
        var checks = new VerifyReader(problems, mappings, values, decisions);
        var verify = fields[PolicyLanguage.Verify] is { } node ? mappings.Fields(node, PolicyLanguage.VerifySection) : null;
        var definitions = fields[PolicyLanguage.Definitions] is { } mapping ? mappings.Fields(mapping, PolicyLanguage.DefinitionsSection) : null;
        var policy = new Policy(
            path,
            sha256,
            values.Choice(fields[_language.Locale], _language.Locale, DiagnosticCodes.UnknownLocale) ?? _language.Locale.Default!,
            values.WordOrDefault<UnlistedMode>(fields[PolicyLanguage.Unlisted], PolicyLanguage.Unlisted),
            rules.ReadColumns(fields[PolicyLanguage.Columns]),
            ReadTables(fields[PolicyLanguage.Tables], mappings, tables),
            values.Word<LargeObjectMode>(fields[PolicyLanguage.LargeObjects], PolicyLanguage.LargeObjects),
            checks.SqlChecks(verify?[PolicyLanguage.SqlChecks]),
            values.DaysOrDefault(fields[PolicyLanguage.Retention], PolicyLanguage.Retention),
            values.WordOrDefault<ProofMode>(fields[PolicyLanguage.Proof], PolicyLanguage.Proof))
        {
            IsRetentionDecided = fields[PolicyLanguage.Retention] is not null,
            RequireReasons = values.Choice(fields[PolicyLanguage.RequireReasons], PolicyLanguage.RequireReasons, DiagnosticCodes.BadPolicyValue) == "true",
            Undecided = values.Word<UndecidedMode>(fields[PolicyLanguage.Undecided], PolicyLanguage.Undecided),
            Secrets = values.WordOrDefault<SecretsMode>(definitions?[PolicyLanguage.Secrets], PolicyLanguage.Secrets),
            Allowed = checks.Allowed(verify?[PolicyLanguage.Allow]),
            PatternLimits = checks.PatternLimits(verify?[PolicyLanguage.Patterns]),
            TargetHosts = [.. values.List(fields[PolicyLanguage.TargetHosts], "'target_hosts'").Select(host => host.Text!)],
            Anonymity = new AnonymityReader(problems, mappings, values).Read(fields[PolicyLanguage.Anonymity]),
        };
        if (policy.RequireReasons)
            RequiredReasons.Report(policy, fields[PolicyLanguage.Unlisted], problems);
        return policy;
    }

    private static IReadOnlyList<TablePolicy> ReadTables(YamlNode? node, PolicyMappings mappings, TableReader tables) =>
        node is not null && mappings.Names(node, "'tables'") is { } entries ? [.. entries.Select(tables.Read)] : [];

    private static bool IsOfDecisions(Diagnostic problem) => problem.Code == DiagnosticCodes.DecisionExpired || problem.Code == DiagnosticCodes.ReasonMissing;

    private static PolicyReadResult Failed(DiagnosticCode code, string path, string message) =>
        new(null, [new Diagnostic(code, message, new(path, 1, 1))]);
}
