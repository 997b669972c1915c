namespace CiAnon.Hosts;

/// <summary>One output that later steps of a pipeline can use; action.yml, the docs and every host's spelling come from here.</summary>
/// <param name="Name">In kebab-case, as GitHub has it.</param>
/// <param name="Description">One sentence.</param>
public sealed record OutputDefinition(string Name, string Description)
{
    /// <summary>As Azure Pipelines has it: <c>columnsAnonymized</c>.</summary>
    public string CamelCase => string.Concat(Name.Split('-').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>As GitLab has it, a variable of the environment: <c>CIANON_COLUMNS_ANONYMIZED</c>.</summary>
    public string Variable => "CIANON_" + Name.Replace('-', '_').ToUpperInvariant();
}
