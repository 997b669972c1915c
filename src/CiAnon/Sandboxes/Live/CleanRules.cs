namespace CiAnon.Sandboxes.Live;

/// <summary>By which rules a database was anonymized, or must have been.</summary>
/// <param name="Sha256">Of the policy's file.</param>
/// <param name="Presets">Of the rules that it brings in from the tool: they may grow while the file stays.</param>
internal sealed record CleanRules(string Sha256, string Presets)
{
    /// <param name="presets">By name, with the digests of their rules.</param>
    public static CleanRules Of(string sha256, IEnumerable<(string Name, string Sha256)> presets) =>
        new(sha256, string.Join(' ', presets.OrderBy(preset => preset.Name, StringComparer.Ordinal).Select(preset => $"{preset.Name}={preset.Sha256}")));
}
