using System.Text;
using CiAnon.Policies.Presets;
using CiAnon.Strategies;

namespace CiAnon.Policies.Language;

/// <summary>docs/policy.md: every key of the policy file with type, default and summary.</summary>
public static class PolicyDocs
{
    private const string Introduction = """
        # The policy file

        <!-- Generated from PolicyLanguage; run the tests with UPDATE_SNAPSHOTS=1 to update. -->

        A policy is one YAML document in UTF-8. Begin with the line `version: 1` and run `ci-anon plan`: it names every column that
        needs a decision. Decide with a strategy ([strategies.md](strategies.md)) or with `keep`.

        Editors complete and check the policy with [its schema](schema/policy.schema.json): `ci-anon init` writes a first line that names it.
        In a policy of your own hand, or without a network, run `ci-anon schema policy > policy.schema.json` beside it, and put
        `# yaml-language-server: $schema=policy.schema.json` on its first line.

        ```yaml
        version: 1
        columns:
          email: email              # a strategy's name
        tables:
          customers:
            columns:
              phone: { strategy: phone, format: keep }
              notes: "null"         # every value becomes NULL
            keep:
              status: { reason: "enum of 5 words", owner: dpo, until: 2027-06-30 }
          sessions: { rows: none }
        ```

        - Values are text: `yes`, `on` and `1` mean what is written. An empty value or `~` is an error. Write the strategy `"null"` in quotes: without them it is read all the same, and editors take it for an empty value.
        - `${NAME}` and `${NAME:-default}` are filled into values from the environment; write `$${` for the characters `${`.
        - A `reason` is a person's word. What `init` and `audit --fix` aren't sure of, they write with `proposed`: such a rule works, and is called undecided
          in plan, audit and report until somebody removes the key or, of a `keep`, turns it into a `reason`. In CI a run stops at it (`undecided`).
        - Secrets don't belong here: what looks like one is an error.
        - Unknown keys, keys that stand twice, anchors, aliases and tags are errors.

        ## Which rule wins

        Of a column's rules one holds; `ci-anon plan` shows which. From the strongest to the weakest:

        1. The table's own rule, under its `columns` or its `keep`, unless it keeps by a glob.
        2. The whole policy's `columns`: the name in full, or a glob such as `*_phone`.
        3. The rule of a preset.
        4. The table's `keep` by a glob such as `created_*`, by `"*"`, or `keep: all`.
        5. The whole policy's rule for `"*"`, which names nothing in particular.
        6. The rule of the column that a foreign key references flows to the columns that reference it, over whatever stands under 2 to 5.
        7. What needs no rule: keys, booleans, enums, columns whose values a CHECK enumerates, numbers and timestamps, all of them without a
           sign of personal data. Then `unlisted`.

        Within a place a full name wins over globs, and of globs the first in the file. A partition or an inherited table has its own rules
        and those of its parents, the nearest first.

        So `keep` by a glob or by `all` never publishes a column that somebody named: with `columns: { email: email }`, neither
        `keep: all` nor `keep: [e*]` keeps a table's `email`. To keep it, write `keep: [email]`; the plan then says which rule it stands
        against, and in which line. Between two rules that keep, the table's own glob gives reason, owner and end, and `"*"` gives way.

        ## Masked partition keys

        Where a column is masked that decides which partition a row belongs to, rows move: PostgreSQL puts each into the partition of its
        masked values, and report and plan name the tree. The artefact has as many rows per tree as before, and other numbers per partition.

        - All partitions of the tree need the same rules: write them under the partitioned table. None may drop its rows alone
          (`rows: none`); a condition of the whole tree (`rows: { where: … }`) goes by the originals. (CIANON1211)
        - Some partition must take each masked value. What invented values tell, the plan says (CIANON1237, CIANON1239); a row that no partition
          takes stops the run (CIANON4111). Keep the key, make only values of the bounds (`choice`), or have a DEFAULT partition.
        - A bound that quotes an original (`FOR VALUES IN ('jo@acme.example')`) stands in the table of contents, where the check `residual`
          finds it. Give the partition other bounds, or keep the key.

        ## A whole cluster

        ```yaml
        columns: { email: email }             # in every database
        roles: keep                           # or drop, which is the default
        definitions: { secrets: redact }      # passwords of roles are secrets in definitions
        databases:
          shop: { tables: { customers: { columns: { phone: phone } } } }
          crm: { large_objects: keep }
          scratch: drop
        ```

        A script of `pg_dumpall` holds roles, tablespaces and every database. Each database is a run of its own, one after the other, under one key; nothing is published
        unless all passed, and the output is the same script. What stands above `databases` holds in each of them; of two words on the same thing, the database's own wins: `columns`,
        `defaults`, `tables`, `verify` and `definitions` are put together name by name, whatever else is replaced. A rule of the common `columns` needs a column in one database at least. (CIANON1204)

        - A database that has tables or large objects and isn't named stops the run, and so does a name that the script lacks (CIANON3026, CIANON3027). `postgres` and `template1`, mostly empty, needn't be named.
        - `roles: drop` leaves out roles with their passwords, settings and memberships, and what names one within the databases: owners, grants, default privileges, `SET role` of a database, sessions of owners (`--use-set-session-authorization`). A user
          mapping for everyone stays, its remote user as `***`. A row security policy, a user mapping for a role and a function's `SET role` can't be without it: the run stops (CIANON3028). Roles that stay are searched for originals and secrets as definitions are. With `secrets: redact`, a role's password becomes NULL.
        - Tablespaces stay as they are, folder included (CIANON3029).
        - Originals of every database are looked for in all of them and in what is about roles and tablespaces: an address that `shop` masks and a kept column of `crm` holds stops the run. Databases that are left
          out aren't read, so that nothing of theirs is known; names beyond ASCII are found among databases of one encoding.
        - What `verify: allow` says above `databases` must allow something in one of them. (CIANON5005)
        - Commands that work on one database (`init`, `verify`, `audit`, `decrypt`, and a task of a build) take it out of the script with `--database NAME`; so does `anonymize`, whose output is that database's script alone.
          `verify --against` the whole script looks for originals of every database in the one that it judges; roles that the policy leaves out must be gone.

        ## Which rows stay

        ```yaml
        exclude: [audit.*, "*_old"]           # as rows: none, for tables without a rows of their own
        subset: { from: customers, where: "country = 'DE'", limit: 1000 }
        references:
          - { table: comments, columns: subject_id, to: posts, when: { subject_type: Post } }
        tables:
          settings: { rows: all }             # whole beside a subset
          orders: { rows: { where: "created_at > now() - interval '1 year'", limit: 50000 } }
          page_views: { rows: { sample: 10%, by: user_id } }
        ```

        The result is always referentially whole. Rows that refer to rows that are left out go, too, along every foreign key and along
        `references`, however far; NULL refers to nothing. First `where`, then `sample`, then `limit`, tables that others refer to before
        these; then `subset`. A subset has the chosen rows, the rows that refer to them and those that refer to these, but no further rows
        of its own table that way; and whatever all of them refer to. Everything else is left empty, tables that have nothing to do with
        it as well: write their `rows: all` where they are needed, as settings and lists of migrations are.

        Conditions are judged by PostgreSQL, by the original values of one row. In place of a subquery, declare what belongs together.
        `ci-anon plan` reads keys, and says exactly how many rows of which table are left out, and why. Large objects are kept or
        dropped as a whole, sequences keep their values, and originals of rows that are left out are searched for like all others.

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
        AppendPresets(page);
        return page.ToString();
    }

    private static void AppendPresets(StringBuilder page)
    {
        page.Append("\n## Presets\n\n`preset: [django, wagtail]` brings rules for a product's own tables, below all that the policy says of a column or table, above `keep: all`, a `keep` by a glob,\n"
            + "and a rule for `\"*\"`. A table of a preset that has no rows (`rows: none`) has those that the policy says as soon as it names the table. Plan and report say which preset a rule came\n"
            + "from; the report holds each preset's version and digest, and an audit with a baseline shows when one has changed with an update of the tool.\n"
            + "`ci-anon init` names those whose product's tables the dump has.\n\n| preset | product | version |\n|---|---|---|\n");
        foreach (var preset in Preset.All) page.Append($"| [`{preset.Name}`](../src/CiAnon/Policies/Presets/{preset.Name}.yml) | {preset.Title} | {preset.Version} |\n");
    }

    private static string Default(PolicyKey key) => key.Required ? "required" : key.Default is { } text ? $"`{text}`" : "";

    private static string Value(PolicyKey key) => key.Type switch
    {
        PolicyValueType.Integer when key.Minimum == key.Maximum => $"`{key.Minimum}`",
        PolicyValueType.Integer => $"{key.Minimum} to {key.Maximum}",
        PolicyValueType.Text => "text",
        PolicyValueType.Choice => string.Join(", ", key.Choices!.Select(word => $"`{word}`")),
        PolicyValueType.Locale => "a locale",
        PolicyValueType.Days => $"`{key.Minimum} day` to `{key.Maximum} days`",
        PolicyValueType.Date => "`YYYY-MM-DD`",
        PolicyValueType.TextList => "list of texts",
        PolicyValueType.Strategy => "a strategy's name",
        PolicyValueType.StrategyDefaults => "mapping: strategy to options",
        PolicyValueType.ColumnRules => "mapping: column to strategy or `columns.COLUMN`",
        PolicyValueType.Presets => "a preset's name, or a list of them",
        PolicyValueType.Tables => "mapping: table to `tables.TABLE`",
        PolicyValueType.Databases => "mapping: database to `drop`, or to a mapping with the keys of the file but `version`, `undecided`, `retention`, `target_hosts`, `databases`, `roles`",
        PolicyValueType.Keep => "list of columns, mapping: column to `keep.COLUMN`, or `all`",
        PolicyValueType.Definitions or PolicyValueType.Verify => "mapping",
        PolicyValueType.Allowances => "list of `verify.allow[]`",
        PolicyValueType.PatternLimits => "mapping: kind to a number or a share (`3`, `5%`)",
        PolicyValueType.AnonymityRules => "list of `anonymity[]`",
        PolicyValueType.Diversity => "mapping: column to a number",
        PolicyValueType.Scalar => "a value",
        PolicyValueType.Conditions => "`columns.COLUMN.when`, or a list of them",
        PolicyValueType.Spread => "a column, or `columns.COLUMN.spread`",
        PolicyValueType.Rows => "`all`, `none`, or `tables.TABLE.rows`",
        PolicyValueType.Share => "a share (`10%`)",
        PolicyValueType.Subset => "`subset`",
        PolicyValueType.References => "list of `references[]`",
        PolicyValueType.Names => "a text, or a list of them",
        PolicyValueType.Case => "mapping: column to value",
        _ => throw new InvalidOperationException($"The docs don't know {key.Type}."),
    };
}
