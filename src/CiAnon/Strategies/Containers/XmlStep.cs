namespace CiAnon.Strategies.Containers;

/// <summary>One step of a path.</summary>
/// <param name="Name">With its prefix where the policy writes one; null for any.</param>
/// <param name="IsDeep">However far below.</param>
internal sealed record XmlStep(string? Name, bool IsAttribute, bool IsDeep)
{
    public string? LocalName => Name?[(Name.IndexOf(':') + 1)..];

    public bool Matches(string name, string localName, bool isAttribute) =>
        isAttribute == IsAttribute && (Name is null || Name == name || Name == localName);
}
