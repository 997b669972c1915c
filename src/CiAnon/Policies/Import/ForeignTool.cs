namespace CiAnon.Policies.Import;

/// <summary>Another tool whose files are read.</summary>
/// <param name="Name">For <c>--from</c>.</param>
/// <param name="Title">As the tool calls itself.</param>
/// <param name="File">What of its files is read, for the docs.</param>
/// <param name="Unlisted">What the tool does with columns that nothing names, for the docs and for who imports.</param>
internal sealed record ForeignTool(string Name, string Title, string File, string Unlisted, IReadOnlyList<ForeignStrategy> Strategies)
{
    private readonly Dictionary<string, ForeignStrategy> _byName =
        Strategies.SelectMany(strategy => strategy.Names.Select(name => (name, strategy))).ToDictionary(pair => pair.name, pair => pair.strategy, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds what has too many names to list.</summary>
    public Func<string, ForeignStrategy?>? Family { get; init; }

    public ForeignStrategy? Find(string strategy) => _byName.GetValueOrDefault(strategy) ?? Family?.Invoke(strategy);

    /// <summary>Its file is a YAML document.</summary>
    public static bool IsYaml(ForeignTool tool) => tool != Labels.LabelStrategies.Tool && tool != Others.Snaplet.Tool;
}
