namespace CiAnon.Hosts;

/// <summary>What the GitHub action can be told. An empty input is the same as one that isn't given, unless it has a default.</summary>
public static class InputDefinitions
{
    public const string Token = "github-token";

    public static IReadOnlyList<InputDefinition> All { get; } =
    [
        // Where it comes from
        new("dump", "The production dump: a custom or tar archive or a plain SQL script (a file, also within gzip, zstd, xz or lz4), or a directory archive (a folder), in the workspace. Either this or source-command.", "dump"),
        new("source-command", "A bash command that prints the dump as a custom or tar archive or a script, such as a download piped through age -d, so that clear text "
            + "never touches the runner's disk. It runs on the runner, outside the container; when it fails, nothing is published.", "--source-status"),
        new("policy", "The policy file.", "--policy", "ci-anon.yml"),
        new("baseline", "The report of an earlier run: the new report says what changed since.", "--baseline"),
        new("environment", "Names of variables that the policy refers to as ${NAME}, one per line. Their values come from env: on the step.", "environment"),
        new("key-env", "The name of the variable that holds the key for stable pseudonyms; its value comes from env: on the step. "
            + "Without it CIANON_KEY, and without that a random key that is forgotten at the end.", "--key-env"),

        // Where it goes
        new("output", "Where the anonymized dump goes. Without it a folder of the runner's own, which git doesn't see; the output dump names it.", "--output"),
        new("report", "Where the compliance report goes. Without it, beside the dump.", "--report"),
        new("html", "Also write the report as a page for people, to this path.", "--html"),
        new("markdown", "Also write the report as Markdown, to this path.", "--markdown"),
        new("junit", "Also write the checks as JUnit XML, to this path.", "--junit"),
        new("sarif", "Also write the findings as SARIF, to this path.", "--sarif"),
        new("format", "Format of the anonymized dump: custom, directory, tar or plain. Without it, the input's.", "--format"),
        new("encrypt-to", "Recipients, one per line: age or SSH public keys, or files in the workspace that hold them or an OpenPGP key. "
            + "Only the encrypted dump is published then. none publishes in clear; an empty text, as of a variable that isn't set, is refused.", "--encrypt-to", "none"),

        // How it runs
        new("fail-on", "error or warning: with warning, a warning stops the run before anything is published.", "--fail-on", "error"),
        new("jobs", "Tables worked on at a time. Without it, the runner's cores.", "--jobs"),
        new("work-dir", "A folder of the runner for the sandbox, for dumps that are larger than its memory. Without it, memory.", "--work-dir"),
        new("postgres-version", "Major version of the PostgreSQL server that the dump is restored into. Without it, the newest there is an image of."),
        new("image", "Another container image, such as a mirror's, best by digest. Without it, the released one."),
        new("args", "Further options of ci-anon anonymize, one per line.", "args"),
        new("summary", "Write the report to the job's summary.", Default: "true"),
        new("annotations", "Annotate the policy's lines with what is wrong with them.", "--no-annotations", "true"),

        // What happens to the result
        new("upload", "Upload the report, and a dump that passed, as artefacts of the workflow run.", Default: "true"),
        new("artifact-name", "Name of the dump's artefact; the report's has -report appended. A matrix needs one name per job.", Default: "anonymized-dump"),
        new("retention-days", "Days that GitHub keeps the artefacts, from 1 to 30; fewer if the policy states a shorter retention.", "--retention-days", "7"),
        new("allow-public", "Also publish in a public repository, where every signed-in user of GitHub can download artefacts.", Default: "false"),
        new("attest", "Attest where the dump comes from with actions/attest. Needs id-token: write and attestations: write.", Default: "false"),
        new("check-run", "Show the report as a check of its own on the commit. Needs checks: write.", Default: "false"),
        new("release-tag", "Also publish dump and report as assets of the release of this tag. Needs contents: write, and prune: such files don't expire by themselves."),
        new("prune", "Delete artefacts of this name beyond the newest N per branch, and those older than retention-days. Needs actions: write."),
        new(Token, "Token for GitHub's API: visibility, check-run, release-tag and prune. The container that reads the dump never sees it.", Default: "${{ github.token }}"),
    ];
}
