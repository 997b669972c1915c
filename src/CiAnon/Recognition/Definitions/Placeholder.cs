using System.Text.RegularExpressions;

namespace CiAnon.Recognition.Definitions;

/// <summary>What stands where a secret would: nothing, <c>***</c>, a variable, a parameter of a format.</summary>
internal static partial class Placeholder
{
    /// <summary>What redaction writes; no secret to any recognizer, and valid inside quotation marks, connection strings, URIs and JSON.</summary>
    public const string Redacted = "***";

    public static bool Is(string quoted) => Whole().IsMatch(quoted);

    [GeneratedRegex(@"^(\**|\$\{.*\}|\$[0-9]+|<.*>|\{.*\}|%([0-9]+\$|\([a-z_]+\))?[a-z]?)\z", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
