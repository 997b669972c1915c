using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits.Proposals;

/// <summary>A rule for one column, and why.</summary>
public sealed record Proposal(Table Table, Column Column, ColumnVerdict Verdict, MaskChoice Choice)
{
    /// <summary>A person should look: little speaks for the decision, or the strategy is a makeshift.</summary>
    public bool NeedsCheck => !Verdict.IsSure || Choice.IsSecondBest;

    public bool Keeps => Choice.Strategy == "keep";

    public ProposedRule Rule
    {
        get
        {
            var table = Table.Schema == "public" ? Table.Name : Table.FullName;
            var rule = new ProposedRule(table, Column.Name, Choice.Strategy, Choice.Options);
            return NeedsCheck ? rule with { Proposed = Words } : rule with { Comment = Words };
        }
    }

    private string Words
    {
        get
        {
            var what = Verdict.Kind is { } kind ? PersonalKinds.Of(kind).Title : "not personal";
            return $"{what}, {Verdict.Confidence * 100:0} %: {Verdict.Why}{(Choice.Why is { } why ? $"; {why}" : "")}";
        }
    }
}
