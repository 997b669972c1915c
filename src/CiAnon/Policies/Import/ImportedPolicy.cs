using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Another tool's file as a policy of ours.</summary>
/// <param name="Root">A policy as its reader takes it; every node has its place in the tool's file.</param>
/// <param name="Diagnostics">Every rule that doesn't carry over exactly, in the file's order.</param>
/// <param name="Comments">What to write behind the rule that came from a place.</param>
internal sealed record ImportedPolicy(ForeignTool Tool, YamlMapping Root, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<SourcePosition, string> Comments)
{
    public int Rules => Tables.Sum(table => table.Value.Find(PolicyLanguage.TableColumns.Name).Entries().Count) + Root.Find(PolicyLanguage.Columns.Name).Entries().Count;

    /// <summary>Tables without rows, or with fewer.</summary>
    public int Emptied => Tables.Count(table => table.Value.Find(PolicyLanguage.TableRows.Name) is not null);

    /// <summary>In a few words, for who reads the output.</summary>
    public string Summary
    {
        get
        {
            var undecided = Diagnostics.Count(diagnostic => diagnostic.Code == DiagnosticCodes.ImportUndecided);
            var lost = Diagnostics.Count(diagnostic => diagnostic.Code == DiagnosticCodes.ImportLost);
            return $"{Plural.Of(Rules, "column")} masked or kept by rule{(Emptied > 0 ? $", {Plural.Of(Emptied, "table")} with fewer rows or none" : "")}, "
                + $"{(undecided > 0 ? $"{undecided} undecided" : "none undecided")}{(lost > 0 ? $", {Plural.Of(lost, "setting")} without a counterpart" : "")}";
        }
    }

    private IReadOnlyList<YamlEntry> Tables => Root.Find(PolicyLanguage.Tables.Name).Entries();
}
