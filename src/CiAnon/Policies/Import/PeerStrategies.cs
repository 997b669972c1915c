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
        new("django-birdbath", "anonymise_fields: e-mail fields", "email", "distinct addresses stay distinct"),
        new("django-birdbath", "anonymise_fields: first_name, last_name and what is called like them", "first_name, last_name", "the same name gets the same one"),
        new("django-birdbath", "anonymise_fields: dates, times and numbers", "random: between", "the bounds are yours to say; deterministic"),
        new("django-birdbath", "anonymise_fields: any other text", "string", "as long as the value; the same value gets the same text"),
        new("django-birdbath", "clear_fields", "null, empty, constant", "checked against the type while planning"),
        new("django-birdbath", "BaseModelDeleter", "rows: none", "or `where`, for some rows; the result is whole"),
        new("django-birdbath", "generate_<field>() and processors of one's own", "template, sql, command, plugin", "a program isn't run unseen"),
    ];
}
