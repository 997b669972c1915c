using CiAnon.Policies.Import.Confiture;
using CiAnon.Policies.Import.DbToolsBundle;
using CiAnon.Policies.Import.Greenmask;
using CiAnon.Policies.Import.Labels;
using CiAnon.Policies.Import.Others;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Tells by its shape which tool a file is of, and reads it.</summary>
internal static class ForeignFile
{
    // The first that fits: those whose shape is surest come first.
    private static readonly (ForeignTool Tool, Func<YamlMapping, bool> Fits, Action<YamlMapping, PolicyDraft> Read)[] Shapes =
    [
        (GreenmaskStrategies.Tool, GreenmaskReader.Reads, GreenmaskReader.Read),
        (Replibyte.Tool, Replibyte.Reads, Replibyte.Read),
        (Neosync.Tool, Neosync.Reads, Neosync.Read),
        (NxsDataAnonymizer.Tool, NxsDataAnonymizer.Reads, NxsDataAnonymizer.Read),
        (ConfitureStrategies.Tool, ConfitureReader.Reads, ConfitureReader.Read),
        (Pynonymizer.Tool, Pynonymizer.Reads, Pynonymizer.Read),
        (DbToolsBundleStrategies.Tool, DbToolsBundleReader.Reads, DbToolsBundleReader.Read),
    ];

    /// <summary>All tools, in the order of the docs.</summary>
    public static IReadOnlyList<ForeignTool> Tools { get; } =
    [
        ConfitureStrategies.Tool, DbToolsBundleStrategies.Tool, GreenmaskStrategies.Tool, LabelStrategies.Tool,
        Pynonymizer.Tool, NxsDataAnonymizer.Tool, Neosync.Tool, Snaplet.Tool, Replibyte.Tool,
    ];

    /// <summary>The tool that the file is of; null for a policy of ours, and for what nobody knows.</summary>
    /// <param name="root">The file as YAML; null where it is none.</param>
    public static ForeignTool? ToolOf(string text, YamlNode? root)
    {
        if (root is YamlMapping mapping && IsOurs(mapping)) return null;
        if (LabelScan.Any(text)) return LabelStrategies.Tool;
        if (Snaplet.Reads(text)) return Snaplet.Tool;
        return root is YamlMapping other ? Shapes.Where(shape => shape.Fits(other)).Select(shape => shape.Tool).FirstOrDefault() : null;
    }

    /// <param name="root">The file as YAML; null where it is none.</param>
    public static ImportedPolicy? Read(ForeignTool tool, string file, string text, YamlNode? root)
    {
        var draft = new PolicyDraft(tool, file);
        if (tool == LabelStrategies.Tool) LabelReader.Read(file, text, draft);
        else if (tool == Snaplet.Tool) Snaplet.Read(file, text, draft);
        else if (root is YamlMapping mapping) Shapes.First(shape => shape.Tool == tool).Read(mapping, draft);
        else return null;
        return new ImportedPolicy(tool, draft.ToTree(), [.. draft.Diagnostics.OrderBy(diagnostic => diagnostic.Position?.Line)], draft.Comments);
    }

    // A profile of Confiture has a version, too.
    private static bool IsOurs(YamlMapping root) =>
        root.Find(PolicyLanguage.Version.Name) is YamlScalar && root.Find("strategies") is null && !root.Find(PolicyLanguage.Tables.Name).Entries().Any(table => table.Value.Find("rules") is not null);
}
