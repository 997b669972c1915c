using System.Text;

namespace CiAnon.Policies.Import;

/// <summary>docs/import.md: which files of other tools are read, and what becomes of what they say.</summary>
public static class ImportDocs
{
    private const string Introduction = """
        # Files of other tools

        <!-- Generated from what the importer uses; run the tests with UPDATE_SNAPSHOTS=1 to update. -->

        `ci-anon import FILE --output ci-anon.yml` writes a policy of ours from another tool's file: one diagnostic for each rule that doesn't
        carry over exactly, with the file and its line, and what a person has to decide on beside the rule. `--policy FILE` of every command
        takes these files as they are; the output says which tool a file was taken for. The tool is told by the file's shape, or by
        `--from NAME`.

        - **Nothing is kept in silence.** A rule that can't be carried over (a program, a template, an expression of SQL) becomes a keyed hash
          that counts as undecided (`proposed`), at which a run in CI stops; where a hash doesn't fit the column's type, the plan says so. A
          condition that can't be said masks every row. Only what the other tool itself keeps by name is kept.
        - **Columns that no rule names** pass in most of these tools. Here they stop the run until somebody decides (`unlisted: fail`), keys,
          booleans, enums and plain numbers aside.
        - **Pseudonyms** are keyed here: the same value gets the same one in every table and, with `CIANON_KEY`, in every week. Seeds and salts
          of other tools are labels at most. NULL stays NULL.
        - Conditions are heard where they compare columns with values (`=`, `!=`, `<`, `IN`, `LIKE`, `IS NULL`, `matches`, with and, or and
          not, as far as `when` and `unless` can say them), and look at original values.
        - Files are read and never run. Anchors and aliases of YAML are refused as in a policy.

        """;

    public static string Markdown()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("\n| tool | `--from` | what is read | columns that nothing names are there |\n|---|---|---|---|\n");
        foreach (var tool in ForeignFile.Tools) page.Append($"| {tool.Title} | `{tool.Name}` | {tool.File} | {tool.Unlisted} |\n");
        foreach (var tool in ForeignFile.Tools)
        {
            page.Append($"\n## {tool.Title}\n\n| there | here | differences |\n|---|---|---|\n");
            foreach (var row in tool.Strategies.Select(strategy => strategy.Row)) page.Append($"| {row.Theirs} | {row.Ours} | {row.Difference} |\n");
        }
        return page.ToString();
    }
}
