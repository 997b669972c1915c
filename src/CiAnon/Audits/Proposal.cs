using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Audits;

/// <summary>A rule for one column, and why.</summary>
public sealed record Proposal(Table Table, Column Column, ColumnVerdict Verdict, MaskChoice Choice)
{
    /// <summary>A person should look: little speaks for the decision, or the strategy is a makeshift.</summary>
    public bool NeedsCheck => !Verdict.IsSure || Choice.IsSecondBest;

    public bool Keeps => Choice.Strategy == "keep";

    public ProposedRule Rule => new(Table.Schema == "public" ? Table.Name : Table.FullName, Column.Name, Choice.Strategy, Choice.Options, Choice.Reason, Comment);

    // A keep's reason says why already.
    private string Comment
    {
        get
        {
            var what = Verdict.Kind is { } kind ? PersonalKinds.Of(kind).Title : "not personal";
            var why = Keeps && Choice.Reason == Verdict.Why ? "" : $": {Verdict.Why}";
            return $"{(NeedsCheck ? "check: " : "")}{what}, {Verdict.Confidence * 100:0} %{why}";
        }
    }
}
