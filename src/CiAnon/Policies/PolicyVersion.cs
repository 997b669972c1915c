using System.Globalization;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Reading;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies;

/// <summary>The <c>version</c> key.</summary>
internal static class PolicyVersion
{
    /// <summary>True, and reported, for a policy of a later version: its other keys would only make noise.</summary>
    public static bool IsLater(YamlMapping root, PolicyProblems problems)
    {
        var named = root.Entries.FirstOrDefault(entry => entry.Key.Written == PolicyLanguage.Version.Name)?.Value;
        if (named is not YamlScalar scalar || Number(scalar.Text) is not { } number || number <= PolicyLanguage.Version.Maximum)
            return false;

        Unsupported(scalar, problems);
        return true;
    }

    public static void Check(YamlNode? node, YamlNode root, PolicyValues values, PolicyProblems problems)
    {
        if (node is null)
            problems.Add(DiagnosticCodes.PolicyVersionMissing, root.At, "the policy doesn't name its version; write 'version: 1' as the first line");
        else if (values.Text(node, PolicyLanguage.Version) is { } text && Number(text) != PolicyLanguage.Version.Minimum)
            Unsupported((YamlScalar)node, problems);
    }

    private static void Unsupported(YamlScalar scalar, PolicyProblems problems) =>
        problems.Add(DiagnosticCodes.PolicyVersionUnsupported, scalar.At,
            $"version {scalar.Quoted} is not supported; this ci-anon reads version {PolicyLanguage.Version.Maximum}");

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text![0] != '0' ? number : null;
}
