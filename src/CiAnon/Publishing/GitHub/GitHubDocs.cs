using System.Text;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>docs/github.md, from the list of calls.</summary>
public static class GitHubDocs
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append($$$"""
            # GitHub's API

            <!-- Generated from the list of calls by the tests (UPDATE_SNAPSHOTS=1). -->

            `ci-anon github` talks to GitHub and does nothing else; a run (`ci-anon anonymize`) never does, and needs no network.
            [cli.md](cli.md) has all options.

            | command | does | permissions of the token |
            |---|---|---|
            | `visibility` | fails where everybody could download what is published, before a row is read | `metadata: read` (always given) |
            | `check-run` | shows the verdict on the commit, and what is wrong on the policy's lines | `checks: write` |
            | `release` | puts a proven dump and its report on a tag's release | `contents: write` |
            | `prune` | deletes older artefacts | `actions: write`; with `--release-tag` also `contents: write` |

            ```yaml
            permissions:
              contents: read
              actions: write
            steps:
              - run: ci-anon github visibility
                env: { GITHUB_TOKEN: "${{ github.token }}" }
              - run: ci-anon anonymize prod.dump --output anon.dump
              - run: ci-anon github prune --name anonymized --keep 4 --older-than 30
                env: { GITHUB_TOKEN: "${{ github.token }}" }
            ```

            ## The token

            It is named, never given: `--token-env NAME`, by default `{{{GitHubSettings.DefaultTokenVariable}}}`. It goes to the host of `GITHUB_API_URL` and the host
            for uploads that belongs to it (`uploads.` beside `api.`), over TLS (plain HTTP to this machine only), and to no host that a
            redirect or an answer names. No message repeats it. `GITHUB_API_URL` and `GITHUB_REPOSITORY` are set by GitHub, on GitHub
            Enterprise Server too; `GITHUB_SHA`, `GITHUB_EVENT_PATH`, `GITHUB_RUN_ID`, `GITHUB_RUN_ATTEMPT` and `GITHUB_WORKSPACE` are read where
            they are set. In a container hand them on.

            ## Who may see the repository

            Everybody who may read a repository may download its artefacts and the files of its releases. So `visibility` and `release` fail
            where the repository is public, unless `--allow-public` is given, and where that isn't known:

            | the event says | the API says | result |
            |---|---|---|
            | private or internal, or nothing | private or internal | published |
            | private or internal | no token to ask with | published; not when the run was started again, as the event is old then |
            | public | public, or no token | refused ({{{DiagnosticCodes.RepositoryIsPublic.Id}}}) |
            | something else than the API | | refused ({{{DiagnosticCodes.VisibilityUnknown.Id}}}): the repository was opened or closed since |
            | | refuses, or can't be reached | refused ({{{DiagnosticCodes.VisibilityUnknown.Id}}}) |
            | nothing, or can't be read | no token | refused ({{{DiagnosticCodes.VisibilityUnknown.Id}}}) |

            `visibility` writes what it found to the output `{{{GitHubOutputs.Visibility.Name}}}`: {{{GitHubOutputs.Visibility.Description}}}

            ## Check runs

            Only GitHub Apps may write them; a workflow's own token is one's, a personal token isn't. A token that may not is told in a warning
            ({{{DiagnosticCodes.CheckRunDenied.Id}}}), and the exit code stays 0: the job's summary has the verdict anyway. That is so in pull requests from forks. The
            check run stands on a pull request's last commit, not on the merge that `GITHUB_SHA` names.

            ## Releases

            Only a report that says passed is released, with the dump whose digest it holds; both are compared first. The release is a
            prerelease, and never the latest. It is created as a draft, filled and published, as immutable releases demand; a draft that
            somebody else made for the tag is filled and stays a draft. Files get their names only once dump and report are both up and GitHub's
            own digest of them is ours; files of the same names are replaced then, the old report first: a report is never there with
            another dump. A file has less than 2 GiB. Of a run with recipients ([encryption.md](encryption.md)) the encrypted file is released, and
            the dump in clear is refused.

            ## Pruning

            `prune --name NAME` looks at artefacts that are called exactly NAME, of all workflow runs but the current one. `--keep N` keeps the
            newest N of each branch (a fork's branch is another one), `--older-than DAYS` takes what is older; both together take what either
            takes. Reports stay as evidence unless `--reports` is given: then `NAME{{{Pruning.ReportSuffix}}}` shares the fate of its run's dump. `--release-tag TAG`
            does the same with files on that release, by age only, and only with files that carry our label. `--dry-run` deletes nothing.

            ## Trouble

            - A call that may be sent twice is sent up to {{{Patience.MostTries}}} times when there is no answer, or 502, 503 or 504. The others are not.
            - A rate limit (429; 403 with `retry-after`, with no requests left, or that says so) is waited for as GitHub asks, up to {{{Patience.Most.TotalMinutes:0}}}
              minutes in all.
            - An upload that broke off is looked for: what is there and isn't the file is deleted before it is sent again.
            - Every error says the call, the status, GitHub's own words and its request id.

            ## The calls

            In version `{{{GitHubConnection.ApiVersion}}}` of the API; tests hold every one against GitHub's own OpenAPI description.

            | call | for | permission | sent again |
            |---|---|---|---|

            """);
        foreach (var operation in GitHubOperations.All)
            text.Append($"| `{operation.Method} {operation.Path}` | {operation.Purpose} | `{operation.Permission}` | {(operation.IsRepeatable ? "yes" : "no")} |\n");
        return text.ToString();
    }
}
