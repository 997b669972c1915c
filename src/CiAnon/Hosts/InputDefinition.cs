namespace CiAnon.Hosts;

/// <summary>One input of the GitHub action; action.yml and the docs come from here.</summary>
/// <param name="Name">In kebab-case.</param>
/// <param name="Description">What it is for, in a sentence or two; of what kind it is, and what happens without it.</param>
/// <param name="Option">The option or argument of <c>ci-anon anonymize</c> that it becomes, or null for what the action itself does.</param>
/// <param name="Default">The text that stands for an input that isn't given.</param>
public sealed record InputDefinition(string Name, string Description, string? Option = null, string Default = "")
{
    /// <summary>As the action's scripts see it: <c>INPUT_SOURCE_COMMAND</c>.</summary>
    public string Variable => "INPUT_" + Name.Replace('-', '_').ToUpperInvariant();
}
