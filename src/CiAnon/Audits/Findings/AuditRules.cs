using CiAnon.Diagnostics;

namespace CiAnon.Audits.Findings;

/// <summary>Everything that an audit looks for.</summary>
public static class AuditRules
{
    public static readonly AuditRule UndecidedColumn = new("undecided-column", Severity.Error,
        "A column without a decision", "Give it a strategy under columns, or list it under the table's keep. `ci-anon audit --fix` proposes a rule.");

    public static readonly AuditRule UndecidedRule = new("undecided-rule", Severity.Warning,
        "A rule that was proposed and that nobody decided on", "Look at it: change it or leave it, and remove its `proposed`; of a column that you keep, turn it into a `reason` of yours. In CI a run stops at it.");

    public static readonly AuditRule StaleTable = new("stale-table", Severity.Error,
        "A rule for a table that doesn't exist", "Correct the name, or remove the entry: a rule that does nothing hides a renamed table.");

    public static readonly AuditRule StaleColumn = new("stale-column", Severity.Error,
        "A rule for a column that doesn't exist", "Correct the name, or remove the rule: a rule that does nothing hides a renamed column.");

    public static readonly AuditRule StaleGlob = new("stale-glob", Severity.Error,
        "A pattern that matches no column", "Correct or remove the pattern: one that does nothing looks as if it protected something.");

    public static readonly AuditRule DoesNotFit = new("rule-does-not-fit", Severity.Error,
        "A rule doesn't fit the schema", "A run would stop at it. The message names the diagnostic code that docs/diagnostics.md explains.");

    public static readonly AuditRule FitsPoorly = new("rule-fits-poorly", Severity.Note,
        "A rule does less than one may think", "A run goes through, and says so as a warning. The message names the diagnostic code that docs/diagnostics.md explains.");

    public static readonly AuditRule UnlistedKeep = new("unlisted-keep", Severity.Warning,
        "Columns are kept although nobody decided on them", "`unlisted: keep` lets new personal columns through: prefer `unlisted: fail`.");

    public static readonly AuditRule ExpiredDecision = new("expired-decision", Severity.Error,
        "A decision has expired", "Look at the column again: set a later `until`, or give it a strategy. Runs stop until then.");

    public static readonly AuditRule ExpiringDecision = new("expiring-decision", Severity.Warning,
        "A decision expires within 30 days", "Look at the column again before runs stop.");

    public static readonly AuditRule MissingReason = new("missing-reason", Severity.Error,
        "A decision to keep without a reason", "The policy says `require_reasons: true`: write why the column may stay as it is.");

    public static readonly AuditRule KeepLooksPersonal = new("keep-looks-personal", Severity.Warning,
        "A kept column looks personal", "Give it a strategy, or a reason why it may stay; where the values say more than the name, or can be nothing else, an entry under `verify: allow:`.");

    public static readonly AuditRule ReasonedKeepLooksPersonal = new("reasoned-keep-looks-personal", Severity.Note,
        "A kept column looks personal, and somebody gave a reason", "Somebody decided so; check that the reason still holds.");

    public static readonly AuditRule ReversibleColumn = new("reversible-column", Severity.Warning,
        "A column is encrypted, and whoever has the key can read it", "Reversible pseudonymization is still personal data to them (GDPR Art. 4(5)). Take another strategy where nobody needs the values again.");

    public static readonly AuditRule SecretInDefinition = new("secret-in-definition", Severity.Error,
        "A definition in the dump holds a secret", "A run would stop at it. Replace it with `definitions: { secrets: redact }`, or let it through with an entry under `verify: allow:`.");

    public static readonly AuditRule UnseenTable = new("unseen-table", Severity.Note,
        "A table that the dump has rows for and doesn't create", "The dump is only a part, made with `--section` or `--table`: dump the whole.");

    public static readonly AuditRule ExtensionTable = new("extension-table", Severity.Note,
        "A rule for a table that only an extension can have", "Without a server, extensions' tables show by their rows, and the dump has none: audit one that has, or the database.");

    public static readonly AuditRule TypeChanged = new("type-changed", Severity.Warning,
        "A column's type changed since the baseline", "Check that its rule still does what was meant, then make a new baseline with the next run.");

    public static readonly AuditRule KindChanged = new("kind-changed", Severity.Warning,
        "A column says something else of a person than at the baseline", "Check that its rule still fits.");

    public static readonly AuditRule ProtectionRemoved = new("protection-removed", Severity.Warning,
        "A column that was masked at the baseline isn't any more", "Check that this was decided, and by whom.");

    public static readonly AuditRule DecisionChanged = new("decision-changed", Severity.Note,
        "A column's treatment changed since the baseline", "Good to know; the next run makes a new baseline.");

    public static readonly AuditRule TableAdded = new("table-added", Severity.Note, "A table is new since the baseline", "Its columns have decisions, or are findings of their own.");

    public static readonly AuditRule TableRemoved = new("table-removed", Severity.Note, "A table is gone since the baseline", "Rules that speak of it are findings of their own.");

    public static readonly AuditRule ColumnAdded = new("column-added", Severity.Note, "A column is new since the baseline", "It has a decision, or is a finding of its own.");

    public static readonly AuditRule ColumnRemoved = new("column-removed", Severity.Note, "A column is gone since the baseline", "Rules that speak of it are findings of their own.");

    public static readonly AuditRule RowsChanged = new("rows-changed", Severity.Note,
        "A table's number of rows moved far since the baseline", "Check that the dump is whole, and that the table still holds what was decided on.");

    public static readonly AuditRule PolicyChanged = new("policy-changed", Severity.Note, "The policy isn't the baseline's", "Good to know; the next run makes a new baseline.");

    /// <summary>In the order of the docs.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
    [
        UndecidedColumn, UndecidedRule, StaleTable, StaleColumn, StaleGlob, DoesNotFit, FitsPoorly, UnlistedKeep, ExpiredDecision, ExpiringDecision, MissingReason,
        KeepLooksPersonal, ReasonedKeepLooksPersonal, ReversibleColumn, SecretInDefinition, UnseenTable, ExtensionTable, TypeChanged, KindChanged, ProtectionRemoved, DecisionChanged,
        TableAdded, TableRemoved, ColumnAdded, ColumnRemoved, RowsChanged, PolicyChanged,
    ];
}
