using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Reading;

/// <summary>Reads <c>verify</c>: the team's own checks, and what the search for personal data may find.</summary>
internal sealed partial class VerifyReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values, DecisionReader decisions)
{
    public IReadOnlyList<SqlCheckFiles> SqlChecks(YamlNode? node) =>
        [.. values.List(node, "'sql'").Select(glob => new SqlCheckFiles(glob.Text!, glob.At))];

    public IReadOnlyList<Allowance> Allowed(YamlNode? node) =>
        [.. mappings.List(node, PolicyLanguage.Allow, PolicyLanguage.Allowance).Select(entry => Allowance(entry.Fields, entry.Item)).OfType<Allowance>()];

    public IReadOnlyDictionary<PersonalKind, PatternLimit> PatternLimits(YamlNode? node)
    {
        var limits = new Dictionary<PersonalKind, PatternLimit>();
        foreach (var entry in node is not null ? mappings.Names(node, "'patterns'") ?? [] : [])
        {
            if (PersonalKinds.Find(entry.Key.Written) is not { } kind)
                mappings.Unknown(entry.Key, "'patterns'", DiagnosticCodes.UnknownPolicyKey, "kind", PersonalKinds.All.Select(known => known.Name));
            else if (Limit(entry) is { } limit)
                limits.Add(kind.Kind, limit);
        }
        return limits;
    }

    private Allowance? Allowance(PolicyFields fields, YamlNode item)
    {
        var what = values.Text(fields[PolicyLanguage.AllowObject], PolicyLanguage.AllowObject);
        var kind = values.Choice(fields[PolicyLanguage.AllowKind], PolicyLanguage.AllowKind, DiagnosticCodes.BadPolicyValue);
        var check = values.Choice(fields[PolicyLanguage.AllowCheck], PolicyLanguage.AllowCheck, DiagnosticCodes.BadPolicyValue);
        var decision = decisions.ReadAllowance(fields, item);
        return what is null ? null : new(what, kind is null ? null : PersonalKinds.Find(kind)!.Kind, check, decision);
    }

    private PatternLimit? Limit(YamlEntry entry)
    {
        if (values.Text(entry.Value, $"'{entry.Key.Written}'") is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return new(count, null);
        if (Share().Match(text) is { Success: true } match && double.Parse(match.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is <= 100 and var percent)
            return new(null, percent / 100);

        problems.Add(DiagnosticCodes.BadPolicyValue, entry.Value.At,
            $"'{entry.Key.Written}' takes a number of values such as 3, or a share of them from 0% to 100%, not {((YamlScalar)entry.Value).Quoted}");
        return null;
    }

    [GeneratedRegex(@"^(?<percent>[0-9]{1,3}(\.[0-9]+)?)%\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();
}
