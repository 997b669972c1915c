using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads why a column stays as it is, who said so, and until when.</summary>
internal sealed class DecisionReader(PolicyProblems problems, PolicyValues values, DateOnly today)
{
    public static Decision Bare(YamlNode node) => new(null, null, null, node.At);

    public Decision Read(PolicyFields fields, YamlNode node) =>
        new(values.Text(fields[PolicyLanguage.Reason], PolicyLanguage.Reason),
            values.Text(fields[PolicyLanguage.Owner], PolicyLanguage.Owner),
            Until(fields[PolicyLanguage.Until], "review the column and set a later date, or give it a strategy"),
            node.At);

    /// <summary>What a machine took the column for; a reason beside it is a person's, and decides.</summary>
    /// <param name="decision">Of a keep; null for other strategies.</param>
    public string? ReadProposal(YamlNode? node, Decision? decision)
    {
        var proposed = values.Text(node, PolicyLanguage.Proposed);
        return decision?.Reason is null ? proposed : null;
    }

    /// <summary>Why a finding is allowed; the reason is required there.</summary>
    public Decision ReadAllowance(PolicyFields fields, YamlNode node) =>
        new(values.Text(fields[PolicyLanguage.AllowReason], PolicyLanguage.AllowReason),
            values.Text(fields[PolicyLanguage.Owner], PolicyLanguage.Owner),
            Until(fields[PolicyLanguage.Until], "look at what is found there and set a later date, or remove the entry"),
            node.At);

    private DateOnly? Until(YamlNode? node, string whatToDo)
    {
        var until = values.Date(node, PolicyLanguage.Until);
        if (until < today)
        {
            var shown = ((YamlScalar)node!).Quoted;
            problems.Add(DiagnosticCodes.DecisionExpired, node!.At,
                $"this decision held until {shown}; {whatToDo}");
        }
        return until;
    }
}
