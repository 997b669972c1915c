using System.ComponentModel;

namespace CiAnon.Reporting.Sections;

public sealed record PolicySection(
    [property: Description("File name, without its path.")] string Name,
    [property: Description("SHA-256 of the file, lower-case hex.")] string Sha256,
    [property: Description("What the policy does with columns that no rule names: fail, keep or mask.")] string Unlisted)
{
    [Description("What the policy does about rules that nobody decided on: warn or fail; absent when it doesn't say, so that a run fails in CI and warns elsewhere.")]
    public string? Undecided { get; init; }

    [Description("Rules of known products that the policy brings in, with the version and digest that this tool had of them.")]
    public IReadOnlyList<PresetSection> Presets { get; init; } = [];
}
