using System.Text;

namespace CiAnon.Hosts;

/// <summary>docs/hosts.md, from the definitions that the hosts use.</summary>
public static class HostDocs
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append($$"""
            # CI hosts

            <!-- Generated from the definitions of the hosts by the tests (UPDATE_SNAPSHOTS=1). -->

            `ci-anon` finds out where it runs and speaks the host's language; `--host {{string.Join('|', CiHosts.Words)}}` overrides that.
            Names of tables, paths and messages are escaped: a column called `::add-mask::` or `##vso[` changes nothing.

            | | GitHub Actions | Azure Pipelines | GitLab | anywhere else |
            |---|---|---|---|---|
            | found by | `GITHUB_ACTIONS=true` | `TF_BUILD` | `GITLAB_CI=true` | |
            | a diagnostic | annotation on the policy's line | issue with source position | line; with its place in `{{GitLabHost.Folder}}/{{GitLabHost.CodeQualityFile}}` | line |
            | a stage | group | group, and the progress bar | section | lines |
            | the report | job summary | page of the run | `{{GitLabHost.Folder}}/{{GitLabHost.JUnitFile}}` | |
            | outputs | `$GITHUB_OUTPUT` | output variables of the step | `{{GitLabHost.Folder}}/{{GitLabHost.DotenvFile}}` | |
            | the key | masked | masked | mask the variable in the project's settings | |

            The key is masked by a line that holds it, which the host swallows. Where standard error is a file that line is not written;
            don't copy a CI step's standard error elsewhere, with `tee` for instance.

            GitLab reads the three files when the job says so:

            ```yaml
            artifacts:
              when: always
              reports:
                dotenv: {{GitLabHost.Folder}}/{{GitLabHost.DotenvFile}}
                codequality: {{GitLabHost.Folder}}/{{GitLabHost.CodeQualityFile}}
                junit: {{GitLabHost.Folder}}/{{GitLabHost.JUnitFile}}
            ```

            ## Outputs

            `sync` and `sanitize` tell the host what `anonymize` does. Their result is a database: there is no `dump`, `sha256` or `retention-days`, and `passed` says that the database was written.

            | GitHub | Azure Pipelines | GitLab | |
            |---|---|---|---|

            """);
        foreach (var output in OutputDefinitions.All) text.Append($"| `{output.Name}` | `{output.CamelCase}` | `{output.Variable}` | {output.Description} |\n");
        return text.ToString();
    }
}
