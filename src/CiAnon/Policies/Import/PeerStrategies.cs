using CiAnon.Strategies;

namespace CiAnon.Policies.Import;

/// <summary>What other tools call what our strategies do: what the importer uses, and what its tools have in programs only.</summary>
public static class PeerStrategies
{
    /// <summary>By tool, as each tool lists them.</summary>
    public static IReadOnlyList<PeerStrategy> All { get; } =
    [
        .. ForeignFile.Tools.SelectMany(tool => tool.Strategies).Select(strategy => strategy.Row),
        new("django-birdbath", "UserEmailAnonymiser", "email, unless: { column: email, matches: ... }", "distinct addresses stay distinct"),
        new("django-birdbath", "UserPasswordAnonymiser", "password", "one known password, in Django's own scheme"),
        new("django-birdbath", "exclude superusers", "unless: { column: is_superuser, equals: t }", "of any rule; what stays is searched all the same"),
        new("django-birdbath", "SearchQueryCleaner, FormSubmissionCleaner", "rows: none", "of a table"),
        new("django-birdbath", "choices", "enum, choice", ""),
    ];
}
