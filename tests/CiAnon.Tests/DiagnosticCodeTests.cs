using System.Reflection;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Tests.Snapshots;
using CiAnon.Verification;

namespace CiAnon.Tests;

public class DiagnosticCodeTests
{
    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.Equal(DiagnosticCodes.All.Count, DiagnosticCodes.All.Select(code => code.Id).Distinct().Count());
        Assert.All(DiagnosticCodes.All, code => Assert.Matches("^CIANON[0-9]{4}$", code.Id));
    }

    [Fact]
    public void Every_code_has_a_title_and_says_what_to_do() =>
        Assert.All(DiagnosticCodes.All, code =>
        {
            Assert.Matches("^[A-Z'].*[^.]$", code.Title);
            Assert.EndsWith(".", code.Help);
        });

    /// <summary>A code that nobody raises would be documented and never seen.</summary>
    [Fact]
    public void Every_code_is_raised_somewhere()
    {
        var sources = Directory.GetFiles(GeneratedFile.FullPath("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("DiagnosticCodes", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        // MSBuild and the action's scripts raise some themselves, before our code can run.
        var targets = GeneratedFile.Read("src/CiAnon.MSBuild/build/CiAnon.MSBuild.targets");
        var scripts = Directory.GetFiles(GeneratedFile.FullPath("action")).Select(File.ReadAllText).ToList();
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(DiagnosticCode)).ToList();
        Assert.Equal(DiagnosticCodes.All.Count, codes.Count);
        Assert.All(codes, code => Assert.True(
            sources.Exists(text => Regex.IsMatch(text, $@"\bDiagnosticCodes\.{code.Name}\b(?!\.Help)"))
            || scripts.Exists(text => text.Contains($"fail {((DiagnosticCode)code.GetValue(null)!).Id} ", StringComparison.Ordinal))
            || targets.Contains($"Code=\"{((DiagnosticCode)code.GetValue(null)!).Id}\"", StringComparison.Ordinal), code.Name));
    }

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/diagnostics.md", DiagnosticDocs.Markdown(CheckGuides.Markdown));
}
