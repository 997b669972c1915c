using System.Text;
using CiAnon.Strategies;

namespace CiAnon.Policies;

/// <summary>docs/policy.md: every key of the policy file with type, default and summary.</summary>
public static class PolicyDocs
{
    private const string Introduction = """
        # The policy file

        <!-- Generated from PolicyLanguage; run the tests with UPDATE_SNAPSHOTS=1 to update. -->

        A policy is one YAML document in UTF-8. Begin with the line `version: 1` and run `ci-anon plan`: it names every column that
        needs a decision. Decide with a strategy ([strategies.md](strategies.md)) or with `keep`.

        Editors complete and check the policy with [its schema](schema/policy.schema.json): run
        `ci-anon schema policy > policy.schema.json` beside it, and put `# yaml-language-server: $schema=policy.schema.json` on its
        first line.

        ```yaml
        version: 1
        columns:
          email: email              # a strategy's name
        tables:
          customers:
            columns:
              phone: { strategy: phone, format: keep }
              notes: null           # every value becomes NULL
            keep:
              status: { reason: "enum of 5 words", owner: dpo, until: 2027-06-30 }
          sessions: { rows: none }
        ```

        - Values are text: `yes`, `on` and `1` mean what is written. An empty value or `~` is an error; the unquoted word `null` is the strategy of that name.
        - `${NAME}` and `${NAME:-default}` are filled into values from the environment; write `$${` for the characters `${`.
        - Secrets don't belong here: what looks like one is an error.
        - Unknown keys, keys that stand twice, anchors, aliases and tags are errors.

        """;

    public static string Markdown(IReadOnlyList<StrategyDefinition> strategies, IReadOnlyList<string> locales)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var section in new PolicyLanguage(strategies, locales).Sections)
        {
            page.Append($"\n## {(section.Path.Length == 0 ? "The file" : $"`{section.Path}`")}\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
            foreach (var key in section.Keys)
                page.Append($"| `{key.Name}` | {Value(key)} | {Default(key)} | {key.Summary} |\n");
        }
        return page.ToString();
    }

    private static string Default(PolicyKey key) => key.Required ? "required" : key.Default is { } text ? $"`{text}`" : "";

    private static string Value(PolicyKey key) => key.Type switch
    {
        PolicyValueType.Integer when key.Minimum == key.Maximum => $"`{key.Minimum}`",
        PolicyValueType.Integer => $"{key.Minimum} to {key.Maximum}",
        PolicyValueType.Text => "text",
        PolicyValueType.Choice => string.Join(", ", key.Choices!.Select(word => $"`{word}`")),
        PolicyValueType.Days => $"`{key.Minimum} day` to `{key.Maximum} days`",
        PolicyValueType.Date => "`YYYY-MM-DD`",
        PolicyValueType.TextList => "list of texts",
        PolicyValueType.Strategy => "a strategy's name",
        PolicyValueType.StrategyDefaults => "mapping: strategy to options",
        PolicyValueType.ColumnRules => "mapping: column to strategy or `columns.COLUMN`",
        PolicyValueType.Tables => "mapping: table to `tables.TABLE`",
        PolicyValueType.Keep => "list of columns, mapping: column to `keep.COLUMN`, or `all`",
        PolicyValueType.Definitions or PolicyValueType.Verify => "mapping",
        PolicyValueType.Allowances => "list of `verify.allow[]`",
        PolicyValueType.PatternLimits => "mapping: kind to a number or a share (`3`, `5%`)",
        PolicyValueType.AnonymityRules => "list of `anonymity[]`",
        PolicyValueType.Diversity => "mapping: column to a number",
        PolicyValueType.Later => "*announced, not supported yet*",
        _ => throw new InvalidOperationException($"The docs don't know {key.Type}."),
    };
}
