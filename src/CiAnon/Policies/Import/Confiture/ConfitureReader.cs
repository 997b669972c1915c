using System.Globalization;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.Confiture;

/// <summary>Confiture's three shapes: the example with all settings, the profile, and what its command reads.</summary>
internal static class ConfitureReader
{
    private static readonly string[] RuleKeys = ["column", "strategy", "seed", "options"];
    private static readonly string[] Known = ["global", "tables", "exclude_tables", "performance", "name", "version", "global_seed", "strategies"];

    public static bool Reads(YamlMapping root) =>
        root.Find("exclude_tables") is not null || root.Find("global") is YamlMapping || root.Find("strategies") is YamlMapping
        || root.Find("tables").Entries().Any(table => table.Value.Find("anonymization") is not null || table.Value.Find("rules") is not null || table.Value.Find("sample_rate") is not null)
        || (root.Entries.Count > 0 && root.Entries.All(entry => entry.Value is YamlSequence list && list.Items.All(item => item.Find("column") is not null && item.Find("strategy") is not null)));

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        if (root.Find("tables") is null && root.Find("global") is null && root.Find("exclude_tables") is null)
        {
            foreach (var table in root.Entries) Rules(table, table.Value, root, seed: null, draft);
            return;
        }
        var seed = root.Find("global").Find("seed").Scalar() ?? root.Find("global_seed").Scalar();
        draft.LoseOthers(root, Known);
        foreach (var setting in root.Find("global").Entries()) Global(setting, draft);
        foreach (var setting in root.Find("performance").Entries()) Performance(setting, draft);
        foreach (var table in root.Find("tables").Entries()) Table(table, root, seed, draft);
        foreach (var table in root.Find("exclude_tables").Items())
            if (table.Scalar() is { } name) draft.Rows(name, table.At, PolicyNode.Text("none", table.At));
    }

    private static void Table(YamlEntry table, YamlMapping root, string? seed, PolicyDraft draft)
    {
        foreach (var key in new[] { "anonymization", "rules" })
            if (table.Value.Find(key) is { } rules) Rules(table, rules, root, seed, draft);
        ForeignRows.Add(table.Key.Written, table.Key.At, table.Value.Find("filter"), Share(table.Value.Find("sample_rate"), draft), table.Value.Find("stratify_by"), draft);
        foreach (var setting in table.Value.Entries().Where(entry => entry.Key.Written is not ("anonymization" or "rules" or "filter" or "sample_rate" or "stratify_by")))
        {
            if (setting.Key.Written == "sampling_method" && setting.Value.Scalar() is "random" or "stratified") continue;
            draft.Lose(setting.Key.At, $"'{setting.Key.Written}' of table {table.Key.Written} has no counterpart");
        }
    }

    private static void Rules(YamlEntry table, YamlNode rules, YamlMapping root, string? seed, PolicyDraft draft)
    {
        foreach (var item in rules.Items())
        {
            if (item.Find("column").Scalar() is not { } column || item.Find("strategy").Scalar() is not { } strategy)
            {
                draft.Lose(item.At, $"a rule of table {table.Key.Written} names no column or no strategy: it does nothing there");
                continue;
            }
            // A profile's alias stands for a strategy with a configuration; what the rule says wins.
            var alias = root.Find("strategies").Find(strategy);
            var options = item.Entries().Where(entry => !RuleKeys.Contains(entry.Key.Written)).Concat(item.Find("options").Entries()).ToList();
            options.AddRange(alias.Find("config").Entries().Where(entry => !options.Exists(own => own.Key.Written == entry.Key.Written)));
            // The seed of all is none: it tells no rule apart from another.
            if (item.Entries().FirstOrDefault(entry => entry.Key.Written == "seed") is { } own && own.Value.Scalar() != seed) options.Add(own);
            draft.Add(table.Key.Written, table.Key.At, new ForeignRule(alias.Find("type").Scalar() ?? strategy, column, item.At, options));
        }
    }

    private static void Global(YamlEntry setting, PolicyDraft draft)
    {
        switch (setting.Key.Written)
        {
            case "seed":
                draft.Differ(setting.Key.At, "'seed' of all rules is no secret: pseudonyms come from CIANON_KEY, or from a key that a run forgets");
                break;
            case "verify_after_sync" or "fail_on_pii_leak" when setting.Value.IsTrue():
                break;
            case "verify_after_sync" or "fail_on_pii_leak":
                draft.Lose(setting.Key.At, $"'{setting.Key.Written}' can't be switched off: a run that finds an original publishes nothing");
                break;
            case "default_email_domain" when setting.Value.Scalar() is { } domain:
                draft.Set(PolicyLanguage.Defaults, PolicyNode.Map(setting.Key.At, ("email", PolicyNode.Map(setting.Key.At, ("domain", PolicyNode.Text(domain, setting.Value.At))))));
                break;
            case "audit_log":
                draft.Differ(setting.Key.At, "'audit_log' is an option of the command: --audit-log FILE");
                break;
            default:
                draft.Lose(setting.Key.At, $"'{setting.Key.Written}' has no counterpart");
                break;
        }
    }

    private static void Performance(YamlEntry setting, PolicyDraft draft)
    {
        if (setting.Key.Written is "disable_triggers" or "disable_indexes" or "batch_size") return;
        draft.Differ(setting.Key.At, setting.Key.Written == "parallel_workers" ? "'parallel_workers' is an option of the command: --jobs N" : $"'{setting.Key.Written}' has no counterpart");
    }

    // 0.1 → 10%; 1.0 is all rows.
    private static YamlScalar? Share(YamlNode? rate, PolicyDraft draft)
    {
        if (rate.Scalar() is not { } text) return null;
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var share) || share is <= 0 or > 1)
        {
            draft.Lose(rate!.At, "'sample_rate' is no number above 0 and up to 1: all rows stay");
            return null;
        }
        return share == 1 ? null : PolicyNode.Text((share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%", rate!.At);
    }
}
