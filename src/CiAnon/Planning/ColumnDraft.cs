using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Discovery;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Strategies.Conditions;
using CiAnon.Strategies.Options;

namespace CiAnon.Planning;

/// <summary>A column's decision while the plan is being made.</summary>
internal sealed class ColumnDraft(Table table, Column column)
{
    public Table Table { get; } = table;

    public Column Column { get; } = column;

    /// <summary>The rule that decides, when a rule does.</summary>
    public ColumnRule? Rule { get; set; }

    /// <summary>
    /// The rule was written for this very table (or its parent), not by column name for every table; one that keeps the column by a
    /// pattern doesn't count.
    /// </summary>
    public bool IsOwnRule { get; set; }

    /// <summary>Null while nobody decided.</summary>
    public ColumnAction? Action { get; set; }

    public StrategyDefinition? Strategy { get; set; }

    public OptionValues Options { get; set; } = OptionValues.None;

    public string Reason { get; set; } = "";

    public Decision? Ledger { get; set; }

    public SourcePosition? Position { get; set; }

    /// <summary>The referenced column whose mask this one takes over.</summary>
    public ColumnDraft? InheritsFrom { get; set; }

    /// <summary>The unique key that the column must keep unique.</summary>
    public UniqueKey? UniqueKey { get; set; }

    public Mask? Mask { get; set; }

    /// <summary>Of the column's own rule: one that flows along a key brings none with it.</summary>
    public RowCondition? Condition => InheritsFrom is null && Action == ColumnAction.Masked ? Rule?.Condition : null;

    /// <summary>Of the rule that masks the column; null where it is the policy's.</summary>
    public string? Locale => InheritsFrom is { } source ? source.Locale : Action == ColumnAction.Masked ? Rule?.Locale : null;

    /// <summary>NULL gets a pseudonym, too: as a condition, no rule brings it along a key.</summary>
    public bool ReplacesNull => InheritsFrom is null && Action == ColumnAction.Masked && Rule is { ReplacesNull: true };

    /// <summary>
    /// Of the column's own rule: what refers to it may do so twice. In a key of several columns the rule of a query or a program gives its
    /// word that values don't meet, and PostgreSQL proves the key.
    /// </summary>
    public bool IsUnique => InheritsFrom is null && Action == ColumnAction.Masked && Rule is { IsUnique: true }
        && !(Strategy!.Guarantees.Uniqueness == Uniqueness.Declared && Table.UniqueKeys.Any(key => key.Columns.Count > 1 && key.Columns.Contains(Column.Name)));

    /// <summary>Of the column's own rule, as a condition.</summary>
    public Spread? Spread => InheritsFrom is null && Action == ColumnAction.Masked ? Rule?.Spread : null;

    public string FullName => $"{Table.FullName}.{Column.Name}";

    public void MaskWith(StrategyDefinition strategy, OptionValues options, string reason, SourcePosition? position)
    {
        Action = ColumnAction.Masked;
        Strategy = strategy;
        Options = options;
        Reason = reason;
        Position = position;
    }

    public void Settle(ColumnAction action, string reason)
    {
        Action = action;
        Reason = reason;
    }

    public ColumnPlan ToPlan() => new(Column, Action ?? ColumnAction.Undecided, Strategy, Options, Mask, Reason, Ledger, Position)
    {
        Kind = Kind,
        ReportedKind = HidesAnything ? Named ?? PersonalKind.RecordNumber : Kind,
        Proposed = Proposed,
        Condition = Condition,
        IsUnique = IsUnique,
    };

    // A reference follows the rule of what it references, and so does the decision.
    private string? Proposed => InheritsFrom is null ? Rule?.Proposed : null;

    // Whatever a column holds, which its name knows better.
    private bool HidesAnything => Strategy?.Name is "digits" or "hash" or "encrypt";

    public PersonalKind? Kind
    {
        get
        {
            var hidden = Strategy?.Hides(Options);
            if (Strategy?.HidesBy is not null) return hidden;
            return HidesAnything ? Named ?? hidden : hidden ?? Named;
        }
    }

    private PersonalKind? Named
    {
        get
        {
            var named = (InheritsFrom is { } source ? Classification.PersonalSign(source.Table, source.Column) : null) ?? Classification.PersonalSign(Table, Column);
            // The number of somebody's row is no name.
            return named is { } kind && TypeFit.Fits(kind, Column.Type) ? named : null;
        }
    }
}
