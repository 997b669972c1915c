using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.MSBuild;
using CiAnon.Tests.Snapshots;
using Microsoft.Build.Framework;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>What the targets read and set, what the settings say of it, and what the engine understands are the same.</summary>
public class ContractTests
{
    private static readonly string Targets = GeneratedFile.Read("src/CiAnon.MSBuild/build/CiAnon.MSBuild.targets");
    private static readonly string Props = GeneratedFile.Read("src/CiAnon.MSBuild/build/CiAnon.MSBuild.props");

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/msbuild.md", MSBuildDocs.Markdown());

    [Fact]
    public void Every_property_of_the_targets_is_a_setting_and_every_setting_is_used()
    {
        var used = Regex.Matches(Targets + Props, @"\$\((?<name>CiAnon\w+)\)|PropertyName=""(?<name>CiAnon\w+)""").Select(match => match.Groups["name"].Value).Distinct();
        Assert.Equal(Settings.Properties.Concat(Settings.Outputs).Select(setting => setting.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metadata_of_the_targets_is_a_setting_and_every_setting_is_used()
    {
        var used = Regex.Matches(Targets, @"%\(CiAnonDump\.(?<name>\w+)\)").Select(match => match.Groups["name"].Value).Distinct();
        Assert.Equal(Settings.Metadata.Select(setting => setting.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_option_of_the_engine_has_a_setting()
    {
        var options = typeof(AnonymizeOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)
            // A build has no standard input or output, and the environment is there.
            .Except([nameof(AnonymizeOptions.Environment), nameof(AnonymizeOptions.StandardInput), nameof(AnonymizeOptions.StandardOutput), nameof(AnonymizeOptions.Source)]);
        var settings = Settings.Metadata.Concat(Settings.Properties).Select(setting => setting.Option).OfType<string>().Distinct();
        Assert.Equal(options.Order(StringComparer.Ordinal), settings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_task_is_registered_and_every_parameter_of_it_is_described_and_set()
    {
        Assert.Equal(MSBuildDocs.Tasks().Select(task => task.FullName), Regex.Matches(Targets, "TaskName=\"(?<name>[^\"]+)\"").Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        foreach (var task in MSBuildDocs.Tasks())
        {
            var own = task.GetProperties().Where(property => property.DeclaringType!.Assembly == task.Assembly).ToList();
            Assert.All(own, parameter => Assert.NotNull(parameter.GetCustomAttribute<DescriptionAttribute>()));
            var call = Regex.Match(Targets, $@"<{task.Name}( +\w+=""[^""]*""\s*)+/?>").Value;
            var set = Regex.Matches(call, @"(?<name>\w+)=""").Select(match => match.Groups["name"].Value);
            Assert.Equal(own.Where(parameter => !parameter.IsDefined(typeof(OutputAttribute))).Select(parameter => parameter.Name).Order(StringComparer.Ordinal), set.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Codes_in_the_targets_are_ours_with_their_links()
    {
        var errors = Regex.Matches(Targets, @"Code=""(?<code>\w+)"".*?HelpLink=""(?<link>[^""]+)""", RegexOptions.Singleline);
        Assert.Equal(3, errors.Count);
        Assert.All(errors, error => Assert.Equal(DiagnosticDocs.Link(DiagnosticCodes.All.Single(code => code.Id == error.Groups["code"].Value)), error.Groups["link"].Value));
    }
}
