using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Policies.Import;
using CiAnon.Policies.Language;
using CiAnon.Policies.Reading;
using CiAnon.Policies.Rows;
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

    /// <summary>The database of a cluster's script that a policy is read for; null for all that it says above <c>databases</c>.</summary>
    public string? Database { get; init; }

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    /// <param name="from">The name of the tool whose file it is; null for what its shape tells.</param>
    public PolicyReadResult ReadFile(string path, Func<string, string?> environment, DateOnly today, string? from = null)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > MaximumBytes
                ? Failed(DiagnosticCodes.PolicyUnreadable, path, "the file is larger than 1 MB, which no policy is; check the path")
                : ReadAny(path, File.ReadAllBytes(path), environment, today, from);
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

    /// <summary>Reads a policy's bytes, or another tool's file, as what it would be as a policy.</summary>
    /// <param name="path">For positions and <see cref="Policy.Path"/>; not opened.</param>
    /// <param name="environment">Gives variables by name, null when not set.</param>
    /// <param name="today">Decisions that ended before it have expired.</param>
    /// <param name="from">The tool's name; null for the one that the file's shape tells.</param>
    public PolicyReadResult ReadAny(string path, byte[] bytes, Func<string, string?> environment, DateOnly today, string? from = null)
    {
        if (PolicyText.Decode(path, bytes, new PolicyProblems()) is not { } text) return Read(path, bytes, environment, today);
        var root = YamlTree.Parse(path, text, static (_, _, _) => { });
        if ((from is null ? ForeignFile.ToolOf(text, root) : ForeignFile.Tools.Single(tool => tool.Name == from)) is not { } tool) return Read(path, bytes, environment, today);

        var problems = new PolicyProblems();
        // What its YAML may not have is said in the words of ours.
        if (ForeignTool.IsYaml(tool)) YamlTree.Parse(path, text, problems.Add);
        if (problems.Any) return new(null, problems.InOrder);
        return ForeignFile.Read(tool, path, text, root) is { } imported ? ReadImported(imported, path, bytes, today) : Failed(DiagnosticCodes.ImportUnknownFile, path, $"this is no file of {tool.Title}: it reads {tool.File.Replace("`", "", StringComparison.Ordinal)}");
    }

    private PolicyReadResult ReadImported(ImportedPolicy imported, string path, byte[] bytes, DateOnly today)
    {
        var problems = new PolicyProblems();
        SecretScan.Report(imported.Root, problems);
        var policy = ReadRoot(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), imported.Root, problems, today);
        Diagnostic[] notices =
        [
            new Diagnostic(DiagnosticCodes.PolicyOfAnotherTool, $"read as {imported.Tool.Title}'s file: {imported.Summary}; 'ci-anon import {path}' writes it as a policy of ours", new(path, 1, 1)),
            .. imported.Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Note),
        ];
        policy = policy is null ? null : policy with { Notices = notices };
        return new(problems.Any ? null : policy, problems.InOrder) { Notices = notices, ForReview = problems.InOrder.All(IsOfDecisions) ? policy : null, Imported = imported };
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

        if (ForeignFile.ToolOf(text, written) is { } tool)
        {
            problems.Add(DiagnosticCodes.ImportOnly, written.At, $"this is {tool.Title}'s file, to which nothing can be added: write it as a policy of ours with 'ci-anon import {path} --output ci-anon.yml'");
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
        var rows = new RowsReader(problems, mappings, values);
        var tables = new TableReader(_language, problems, mappings, values, rules, decisions, rows);

        var databases = new DatabaseReader(_language, problems, mappings);
        var whole = (YamlMapping)root;
        var named = databases.Read(whole);
        if (named is not null) root = databases.For(whole, Database);
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
            DatabaseReader.Mark(whole, named is not null, rules.ReadColumns(fields[PolicyLanguage.Columns])),
            ReadTables(fields[PolicyLanguage.Tables], mappings, tables),
            values.Word<LargeObjectMode>(fields[PolicyLanguage.LargeObjects], PolicyLanguage.LargeObjects),
            checks.SqlChecks(verify?[PolicyLanguage.SqlChecks]),
            values.DaysOrDefault(fields[PolicyLanguage.Retention], PolicyLanguage.Retention),
            values.WordOrDefault<ProofMode>(fields[PolicyLanguage.Proof], PolicyLanguage.Proof))
        {
            Databases = Database is null ? named : null,
            Roles = values.WordOrDefault<RolesMode>(fields[PolicyLanguage.Roles], PolicyLanguage.Roles),
            IsRetentionDecided = fields[PolicyLanguage.Retention] is not null,
            RequireReasons = values.Choice(fields[PolicyLanguage.RequireReasons], PolicyLanguage.RequireReasons, DiagnosticCodes.BadPolicyValue) == "true",
            Undecided = values.Word<UndecidedMode>(fields[PolicyLanguage.Undecided], PolicyLanguage.Undecided),
            Presets = new PresetReader(problems, mappings, values, tables).Read(fields[PolicyLanguage.Presets]),
            Secrets = values.WordOrDefault<SecretsMode>(definitions?[PolicyLanguage.Secrets], PolicyLanguage.Secrets),
            Allowed = checks.Allowed(verify?[PolicyLanguage.Allow]),
            PatternLimits = checks.PatternLimits(verify?[PolicyLanguage.Patterns]),
            TargetHosts = [.. values.List(fields[PolicyLanguage.TargetHosts], "'target_hosts'").Select(host => host.Text!)],
            Anonymity = new AnonymityReader(problems, mappings, values).Read(fields[PolicyLanguage.Anonymity]),
            Subset = rows.Subset(fields[PolicyLanguage.Subset]),
            References = rows.References(fields[PolicyLanguage.References]),
            Excluded = rows.Excluded(fields[PolicyLanguage.Exclude]),
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
