using CiAnon.Stages;

namespace CiAnon.MSBuild;

/// <summary>Every property and every item metadata that the targets read or set.</summary>
internal static class Settings
{
    /// <summary>Metadata of CiAnonDump items.</summary>
    public static IReadOnlyList<Setting> Metadata { get; } =
    [
        new("FullPath", nameof(AnonymizeOptions.DumpPath), null, "", "The dump itself: `Include` names it, MSBuild gives its full path."),
        new("Policy", nameof(AnonymizeOptions.PolicyPath), "--policy", "`$(CiAnonPolicy)`", "The policy of this dump."),
        new("OutputPath", nameof(AnonymizeOptions.OutputPath), "--output", "`$(CiAnonOutputDirectory)`NAME.anonymized.EXTENSION", "Where the anonymized dump goes."),
        new("ReportPath", nameof(AnonymizeOptions.ReportPath), "--report", "the output's name with `.report.json`", "Where the compliance report goes."),
        new("Format", nameof(AnonymizeOptions.Format), "--format", "`$(CiAnonFormat)`", "Format of this dump's output: `custom`, `directory`, `tar` or `plain`."),
    ];

    /// <summary>Properties that a project or the command line (-p:) sets.</summary>
    public static IReadOnlyList<Setting> Properties { get; } =
    [
        new("CiAnonPolicy", nameof(AnonymizeOptions.PolicyPath), "--policy", "`ci-anon.yml`", "The policy of dumps that don't name their own."),
        new("CiAnonOutputDirectory", nameof(AnonymizeOptions.OutputPath), "--output", "`bin/ci-anon/`", "Folder of anonymized dumps that don't say where they go. In a git work tree `.gitignore` has to name it (CIANON2003)."),
        new("CiAnonFormat", nameof(AnonymizeOptions.Format), "--format", "the dump's", "Format of the output: `custom`, `directory`, `tar` or `plain`."),
        new("CiAnonReportFormats", nameof(AnonymizeOptions.Renderings), null, "none", "The report in other formats too, beside it, separated by semicolons: `html`, `markdown`, `junit`, `sarif`, `intoto`."),
        new("CiAnonReportLanguage", nameof(AnonymizeOptions.Language), "--language", "`en`", "What the report's HTML page is written in: `en` or `de`."),
        new("CiAnonBaseline", nameof(AnonymizeOptions.BaselinePath), "--baseline", "none", "The report of an earlier run that the new one is compared with."),
        new("CiAnonAuditLog", nameof(AnonymizeOptions.AuditLogPath), "--audit-log", "none", "The file that gets one more line of JSON per run."),
        new("CiAnonEncryptTo", nameof(AnonymizeOptions.EncryptTo), "--encrypt-to", "the dump is published in clear",
            "Who can decrypt the dump, separated by semicolons: age recipients, ssh public keys, or paths of files (age recipients, one OpenPGP public key)."),
        new("CiAnonRetentionDays", nameof(AnonymizeOptions.RetentionDays), "--retention-days", "the policy's retention", "Days that the dump is kept where it goes, for the report; a shorter retention that the policy states holds."),
        new("CiAnonFailOnWarnings", nameof(AnonymizeOptions.FailsOnWarnings), "--fail-on", "false", "Warnings stop the run, too, before anything is published."),
        new("CiAnonCompress", nameof(AnonymizeOptions.Compression), "--compress", "the dump's",
            "Compression of the blocks that are written anew, as pg_dump takes it: `none`, `gzip`, `lz4`, `zstd`, with a level as in `zstd:3`; a number alone is a level of gzip."),
        new("CiAnonMaxExpansion", nameof(AnonymizeOptions.MaxExpansion), "--max-expansion", $"{DumpSource.UsualExpansion}", "How many times its own size a dump that is compressed as a whole, and each compressed block of an archive, may hold."),
        new("CiAnonDatabase", nameof(AnonymizeOptions.Database), "--database", "none", "The database to take out of a script of a whole cluster (pg_dumpall), and the one that a policy with databases is read for."),
        new("CiAnonSchemaDump", nameof(AnonymizeOptions.SchemaDumpPath), "--schema-dump", "the dump's own", "What `pg_dump --schema-only` wrote of the same database, for a dump of rows or of a part."),
        new("CiAnonWithoutExtension", nameof(AnonymizeOptions.WithoutExtensions), "--without-extension", "none", "Extensions that the sandbox does without, separated by `;`: what hangs on them is not proven."),
        new("CiAnonJobs", nameof(AnonymizeOptions.Jobs), "--jobs", "the machine's cores", "Tables worked on at a time."),
        new("CiAnonWorkDirectory", nameof(AnonymizeOptions.WorkDirectory), "--work-dir", "memory if there is plenty, else the temporary folder",
            "Where the sandbox lives while it lives."),
        new("CiAnonPostgresBin", nameof(AnonymizeOptions.PostgresBin), "--postgres-bin", "the newest that is found", "Folder of `initdb` and `postgres`."),
        new("CiAnonSandboxConnectionEnv", nameof(AnonymizeOptions.LentSandbox), "--sandbox-connection-env", "a PostgreSQL of its own",
            "**Name** of the environment variable that holds the connection string of a superuser on a server that CI lends for the job."),
        new("CiAnonKeyVariable", nameof(AnonymizeOptions.Key), "--key-env", "`CIANON_KEY`",
            "**Name** of the environment variable that holds the key for stable pseudonyms, or with `_FILE` appended the key's file. Never the key: logs hold every property."),
        new("CiAnonInPlace", nameof(AnonymizeOptions.InPlace), "--in-place", "false", "Replace the dump by its anonymized self."),
        new("CiAnonSandboxChanges", nameof(AnonymizeOptions.SandboxChanges), null, "`none`",
            "What targets between the stages do to the sandbox's database: `none`, `rows` or `schema`."),
        new("CiAnonPublishDirectory", nameof(AnonymizeOptions.PublishDirectory), null, "the files stay where they are",
            "Folder that the anonymized dumps and reports are copied to at the end, such as the CI system's staging folder."),
        new("CiAnonAuditSarif", null, "--sarif", "none", "For `CiAnonAudit`: a file that gets the findings as SARIF."),
        new("CiAnonLocale", null, "--locale", "what the dump speaks of, else `en`", "For `CiAnonDiscover`: locale of invented names, addresses and phone numbers in a new policy."),
        new("CiAnonTasksAssembly", null, null, "the package's", "The tasks' assembly, for those who test another."),
    ];

    /// <summary>Properties that the targets set, for targets between the stages.</summary>
    public static IReadOnlyList<Setting> Outputs { get; } =
    [
        new("CiAnonSandboxConnection", null, null, "", "Connection string of the sandbox's database for .NET (Npgsql, Entity Framework), from `CiAnonRestore` to `CiAnonBackup`."),
        new("CiAnonSandboxUri", null, null, "", "The same for `psql` and other libpq programs."),
    ];
}
