using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import.DbToolsBundle;

/// <summary>DbToolsBundle's YAML, as documented and as its loader takes it: the main file, or an anonymization file.</summary>
internal static class DbToolsBundleReader
{
    private static readonly string[] MainKeys =
    [
        "db_tools", "anonymization", "anonymization_files", "anonymizer_paths", "backup_binary", "backup_excluded_tables", "backup_expiration_age", "backup_options", "backup_timeout",
        "backupper_binaries", "backupper_options", "connections", "default_connection", "excluded_tables", "restore_binary", "restore_options", "restore_timeout",
        "restorer_binaries", "restorer_options", "storage", "storage_directory", "storage_filename_strategy", "workdir",
    ];

    // A policy of ours that lacks its version: said as such, it's no puzzle.
    private static readonly string[] OurKeys = [PolicyLanguage.Columns.Name, PolicyLanguage.Tables.Name, PolicyLanguage.Defaults.Name];

    public static bool Reads(YamlMapping root) =>
        root.Find("db_tools") is YamlMapping || root.Find("anonymization") is not null || root.Find("anonymization_files") is not null || root.Find("backup_excluded_tables") is not null
        || (root.Entries.Count > 0 && !root.Entries.Any(table => OurKeys.Contains(table.Key.Written)) && root.Entries.All(table => table.Value is YamlMapping { Entries.Count: > 0 } targets && targets.Entries.All(MayBeTarget))
            && root.Entries.Sum(table => table.Value.Entries().Count(IsTarget)) > root.Entries.Sum(table => table.Value.Entries().Count(target => !IsTarget(target))));

    public static void Read(YamlMapping root, PolicyDraft draft)
    {
        var main = root.Find("db_tools") as YamlMapping ?? root;
        if (!main.Entries.Any(entry => MainKeys.Contains(entry.Key.Written)))
        {
            foreach (var table in main.Entries) Table(table, draft);
            return;
        }
        foreach (var setting in main.Entries) Main(setting, draft);
    }

    private static void Main(YamlEntry setting, PolicyDraft draft)
    {
        switch (setting.Key.Written)
        {
            case "anonymization":
                var isOne = setting.Value.Entries().All(entry => entry.Value.Entries().All(IsTarget));
                // By connection; where there is one, its name may be left out.
                foreach (var table in isOne ? setting.Value.Entries() : setting.Value.Entries().SelectMany(connection => connection.Value.Entries())) Table(table, draft);
                break;
            case "anonymization_files":
                draft.Lose(setting.Key.At, "'anonymization_files' names further files, which aren't read: import each of them");
                break;
            case "backup_excluded_tables" or "excluded_tables":
                foreach (var table in setting.Value.Items().Concat(setting.Value.Entries().SelectMany(connection => connection.Value.Items())))
                    if (table.Scalar() is { } name) draft.Rows(name, table.At, PolicyNode.Text("none", table.At));
                break;
            case "connections":
                foreach (var excluded in setting.Value.Entries().SelectMany(connection => connection.Value.Find("backup_excluded_tables").Items()))
                    if (excluded.Scalar() is { } name) draft.Rows(name, excluded.At, PolicyNode.Text("none", excluded.At));
                break;
            case "backup_expiration_age":
                draft.Lose(setting.Key.At, "'backup_expiration_age' is 'retention' here, of 30 days at most");
                break;
            case "anonymizer_paths":
                draft.Lose(setting.Key.At, "'anonymizer_paths' names PHP code, which isn't run: its anonymizers are undecided");
                break;
            default:
                if (!MainKeys.Contains(setting.Key.Written)) draft.Lose(setting.Key.At, $"'{setting.Key.Written}' has no counterpart");
                break;
        }
    }

    private static void Table(YamlEntry table, PolicyDraft draft)
    {
        foreach (var target in table.Value.Entries())
        {
            var named = target.Value.Scalar() ?? target.Value.Find("anonymizer").Scalar() ?? target.Value.Find("type").Scalar();
            // YAML's null is one of its anonymizers.
            if (named is null && (target.Value is YamlScalar { Written: "null" } || (target.Value.Find("anonymizer") ?? target.Value.Find("type")) is YamlScalar { Written: "null" })) named = "null";
            if (named is null)
            {
                draft.Lose(target.Key.At, $"{table.Key.Written}.{target.Key.Written} names no anonymizer: it does nothing there");
                continue;
            }
            var options = target.Value.Find("options").Entries()
                .Concat(target.Value.Entries().Where(entry => entry.Key.Written is not ("anonymizer" or "type" or "options" or "target"))).ToList();
            draft.Add(table.Key.Written, table.Key.At, new ForeignRule(named, target.Key.Written, target.Key.At, options));
        }
    }

    // An anonymizer of one's own among others.
    private static bool MayBeTarget(YamlEntry target) => IsTarget(target) || (target.Value is YamlScalar { Plain: true } name && name.Scalar() is { } text && text.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(text[0]));

    private static bool IsTarget(YamlEntry target) => target.Value switch
    {
        YamlScalar { Written: "null" } => true,
        YamlScalar name => name.Scalar() is { } text && DbToolsBundleStrategies.Tool.Find(text) is not null,
        YamlMapping => target.Value.Find("anonymizer") is YamlScalar || (target.Value.Find("options") is YamlMapping && target.Value.Find("type") is YamlScalar),
        _ => false,
    };
}
