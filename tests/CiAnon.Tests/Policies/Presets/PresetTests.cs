using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Policies;
using CiAnon.Policies.Presets;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Policies.Presets;

public partial class PresetTests
{
    public static TheoryData<string> Names => [.. Preset.All.Select(preset => preset.Name)];

    [Fact]
    public void All_products_are_there() =>
        Assert.Equal(["aspnet-identity", "discourse", "django", "keycloak", "laravel", "odoo", "rails", "supabase", "wagtail"], Preset.All.Select(preset => preset.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_names_a_column_that_the_product_has(string name)
    {
        var schema = Schema(name);
        var preset = Read($"version: 1\npreset: {name}\n").Presets.Single();
        Assert.NotEmpty(preset.Tables);
        foreach (var table in preset.Tables)
        {
            Assert.True(schema.TryGetValue(table.Name, out var columns), $"{name} has no table {table.Name}");
            Assert.All(table.Columns, rule => Assert.Contains(rule.Column, columns));
            // Another column says who a person is: it must be there, too.
            Assert.All(table.Columns.Select(rule => By().Match(rule.Options.ToString())).Where(match => match.Success), match => Assert.Contains(match.Groups["column"].Value, columns));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_kept_has_a_reason(string name) =>
        Assert.All(Read($"version: 1\npreset: {name}\n").Presets.Single().Tables.SelectMany(table => table.Columns).Where(rule => rule.Strategy.Name == "keep"), rule => Assert.NotNull(rule.Decision?.Reason));

    [Theory]
    [InlineData("preset: [django, wagtail]", "django wagtail")]
    [InlineData("preset: keycloak", "keycloak")]
    [InlineData("preset: [django, django]", "django")]
    public void Presets_are_named_alone_or_in_a_list(string text, string names) =>
        Assert.Equal(names, string.Join(' ', Read($"version: 1\n{text}\n").Presets.Select(preset => preset.Preset.Name)));

    [Fact]
    public void The_tree_of_pages_stays_one() =>
        Assert.Equal("keep", Read("version: 1\npreset: wagtail\n").Presets.Single().Tables.Single(table => table.Name == "wagtailcore_page").Columns.Single(rule => rule.Column == "path").Strategy.Name);

    [Fact]
    public void An_unknown_preset_is_an_error_with_a_suggestion()
    {
        var result = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", "version: 1\npreset: [djagno]\n"u8.ToArray(), static _ => null, Sample.Today);
        var problem = Assert.Single(result.Diagnostics);
        Assert.Contains("did you mean 'django'", problem.Message);
        Assert.Equal((2, 10), (problem.Position!.Value.Line, problem.Position.Value.Column));
    }

    private static Policy Read(string text)
    {
        var result = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes(text), static _ => null, Sample.Today);
        Assert.Empty(result.Diagnostics);
        return result.Policy!;
    }

    // A line for each table: its name, a colon, its columns.
    private static Dictionary<string, string[]> Schema(string name) =>
        GeneratedFile.Read($"tests/CiAnon.Tests/Policies/Presets/Schemas/{name}.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))
            .ToDictionary(line => line.Split(':')[0], line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\bby[=:] ?(?<column>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex By();
}
