using System.CommandLine;
using CiAnon.Dumps.Compressing;
using CiAnon.Policies.Language;
using CiAnon.Reporting;
using CiAnon.Stages;

namespace CiAnon.Cli.Commands;

/// <summary>The options of commands that work on a dump, defined once: grammar, help and docs come from here.</summary>
internal sealed partial class RunOptions
{
    public const string DumpDescription = "What pg_dump wrote: a custom or tar archive or a plain SQL script (a file, also within gzip, zstd, xz or lz4), a directory archive (a folder), or - for such a file on standard input.";

    private const string FileDescription = "What pg_dump wrote: a custom or tar archive or a plain SQL script (a file, also within gzip, zstd, xz or lz4), or a directory archive (a folder).";

    public const string JobsDescription = "Tables worked on at a time. Default: the machine's cores";

    public Argument<string?> Dump { get; } = new("dump") { Description = DumpDescription };

    /// <summary>What is read instead of a dump, where a command can.</summary>
    public LiveOptions Live { get; } = new();

    public Option<string> Policy { get; } = new("--policy", "-p")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "ci-anon.yml",
        Description = "The policy: which column gets which strategy, and what is kept and why. Default: ci-anon.yml",
    };

    public Option<string?> Output { get; } = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "Where the anonymized dump goes; - for standard output, with --report. Written only when every check has passed.",
    };

    public Option<string?> Report { get; } = new("--report")
    {
        HelpName = "FILE",
        Description = "Where the compliance report goes. Default: the output's name with .report.json",
    };

    public Option<string?> Baseline { get; } = new("--baseline")
    {
        HelpName = "REPORT",
        Description = "The report of an earlier run: the new report says what changed since",
    };

    /// <summary>One option per format of the report.</summary>
    public Option<string> Language { get; } = LanguageOption.Create();

    public IReadOnlyList<(ReportFormat Format, Option<string?> Option)> Renderings { get; } =
        [.. ReportFormat.All.Select(format => (format, new Option<string?>(format.Option) { HelpName = "FILE", Description = $"Also write the report as {format.Summary}." }))];

    public Option<string?> AuditLog { get; } = new("--audit-log") { HelpName = "FILE", Description = "Append one line of JSON per run: who, what, when, from, to, counts, verdict." };

    public Option<string?> Against { get; } = new("--against")
    {
        HelpName = "ORIGINAL",
        Description = "The dump that it was made of: tables, rows and masked values are compared with it.",
    };

    /// <summary>The report of a dump that is judged.</summary>
    public Option<string?> Verdict { get; } = new("--report")
    {
        HelpName = "FILE",
        Description = "Where the report goes. Default: none is written",
    };

    public Option<string?> SourceStatus { get; } = new("--source-status")
    {
        HelpName = "FILE",
        Description = "With -: the file that holds the exit code of the command that writes the dump to standard input, once it has ended. Anything but 0 stops the run",
    };

    public Option<string[]> EncryptTo { get; } = new("--encrypt-to")
    {
        HelpName = "RECIPIENT",
        Description = "Encrypt the dump for an age recipient (age1...), an ssh public key, or the keys in a file (age recipients, one OpenPGP key). Repeatable",
    };

    public Option<string?> Format { get; } = new("--format")
    {
        HelpName = "custom|directory|tar|plain",
        Description = "Format of the output. Default: the input's",
    };

    public Option<int?> RetentionDays { get; } = Number("--retention-days", 1, PolicyLanguage.Retention.Maximum);

    public Option<string?> Compress { get; } = new("--compress")
    {
        HelpName = "METHOD[:LEVEL]",
        Description = "Of the blocks that are written anew: none, gzip (1 to 9), lz4 (1 to 12) or zstd (1 to 22); a number alone is a level of gzip. Default: the dump's, gzip and zstd at level 2; a tar archive has none, a script is compressed as a whole, as its name ends (.sql, .gz, .zst, .lz4), else as the dump is",
    };

    public Option<int?> MaxExpansion { get; } = MaxExpansionOption();

    public Option<string?> Database { get; } = DatabaseOption();

    public Option<string?> SchemaDump { get; } = new("--schema-dump")
    {
        HelpName = "FILE",
        Description = "What pg_dump --schema-only wrote of the same database, for a dump of rows (--data-only, --section=data) or of a part (-t, -n). The sandbox takes its definitions from there",
    };

    public Option<string[]> WithoutExtension { get; } = new("--without-extension")
    {
        HelpName = "NAME",
        Description = "Do without this extension in the sandbox: columns of its types are kept as they are, and what hangs on it is not proven. Repeatable",
    };

    public Option<int?> Jobs { get; } = Number("--jobs", 1, 256, "-j");

    public Option<string?> WorkDir { get; } = new("--work-dir")
    {
        HelpName = "DIR",
        Description = "Where the sandbox lives while it lives. Default: memory if there is plenty, else the temp directory",
    };

    public Option<string?> PostgresBin { get; } = new("--postgres-bin")
    {
        HelpName = "DIR",
        Description = "Folder of initdb and postgres. Default: the newest that is found",
    };

    public Option<string?> KeyEnv { get; } = new("--key-env")
    {
        HelpName = "NAME",
        Description = "Variable that holds the key for stable pseudonyms, or with _FILE appended the key's file. Default: CIANON_KEY; "
            + "without it, a random key is forgotten at the end",
    };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Only say what would happen, as plan does." };

    public Option<bool> InPlace { get; } = new("--in-place") { Description = "Replace the dump by its anonymized self." };

    public Option<string> FailOn { get; } = new("--fail-on")
    {
        HelpName = "error|warning",
        DefaultValueFactory = _ => "error",
        Description = "warning: a warning stops the run before anything is published. Default: error",
    };

    public Option<string> Progress { get; } = new("--progress")
    {
        HelpName = "auto|plain|none",
        DefaultValueFactory = _ => "auto",
        Description = "auto: live on a terminal, plain lines elsewhere. Default: auto",
    };

    public Option<string?> Artifact { get; } = new("--artifact")
    {
        HelpName = "NAME",
        Description = "In Azure Pipelines: keep the report, and a dump that passed, as build artefact NAME",
    };

    /// <summary>Of every command that reads a dump.</summary>
    public static Option<string?> DatabaseOption() => new("--database")
    {
        HelpName = "NAME",
        Description = "The one to take out of a script of a whole cluster (pg_dumpall), and the one that a policy with databases is read for",
    };

    public void AddTo(Command command, bool withOutput)
    {
        OneOf.Require(Format, ["custom", "directory", "tar", "plain"]);
        OneOf.Require(Progress, ["auto", "plain", "none"]);
        OneOf.Require(FailOn, ["error", "warning"]);
        Compress.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && CompressionChoice.Parse(token.Value) is null) result.AddError($"--compress takes {CompressionChoice.Words}");
        });
        (RetentionDays.HelpName, RetentionDays.Description) = ("N", "Days that the dump is kept where it goes, for the report. Default: the policy's retention, which is also the most if it states one");
        (Jobs.HelpName, Jobs.Description) = ("N", JobsDescription);
        if (withOutput) Dump.Arity = ArgumentArity.ZeroOrOne;
        else Dump.Description = FileDescription;
        command.Arguments.Add(Dump);
        command.Options.Add(Policy);
        if (withOutput) command.Options.Add(SourceStatus);
        if (withOutput) Live.AddSourceTo(command);
        if (withOutput) command.Options.Add(Output);
        if (withOutput) command.Options.Add(EncryptTo);
        if (withOutput) command.Options.Add(RetentionDays);
        command.Options.Add(Report);
        command.Options.Add(Baseline);
        foreach (var (_, option) in Renderings) command.Options.Add(option);
        command.Options.Add(Language);
        command.Options.Add(AuditLog);
        command.Options.Add(Format);
        command.Options.Add(Compress);
        command.Options.Add(Database);
        command.Options.Add(MaxExpansion);
        command.Options.Add(SchemaDump);
        command.Options.Add(WithoutExtension);
        command.Options.Add(FailOn);
        AddCommonTo(command);
        if (!withOutput) return;
        command.Options.Add(DryRun);
        command.Options.Add(InPlace);
    }

    public void AddPlanTo(Command command)
    {
        Dump.Arity = ArgumentArity.ZeroOrOne;
        command.Arguments.Add(Dump);
        command.Options.Add(Policy);
        Live.AddSourceTo(command);
        command.Options.Add(Database);
        command.Options.Add(MaxExpansion);
        command.Options.Add(SchemaDump);
        command.Options.Add(WithoutExtension);
        command.Options.Add(WorkDir);
        command.Options.Add(PostgresBin);
        command.Options.Add(Live.Sandbox);
    }

    public void AddInitTo(Command command, Option output, Option locale)
    {
        Dump.Arity = ArgumentArity.ZeroOrOne;
        PostgresBin.Description = "Folder in which pg_dump, which reads a live database's schema, is looked for first";
        command.Arguments.Add(Dump);
        command.Options.Add(output);
        command.Options.Add(locale);
        Live.AddSourceTo(command);
        command.Options.Add(PostgresBin);
        command.Options.Add(Database);
        command.Options.Add(MaxExpansion);
    }

    public void AddVerifyTo(Command command)
    {
        OneOf.Require(Progress, ["auto", "plain", "none"]);
        (Jobs.HelpName, Jobs.Description) = ("N", JobsDescription);
        command.Arguments.Add(Dump);
        command.Options.Add(Policy);
        command.Options.Add(SourceStatus);
        command.Options.Add(Against);
        command.Options.Add(Verdict);
        command.Options.Add(Database);
        command.Options.Add(MaxExpansion);
        command.Options.Add(SchemaDump);
        command.Options.Add(WithoutExtension);
        command.Options.Add(Jobs);
        command.Options.Add(WorkDir);
        command.Options.Add(PostgresBin);
        command.Options.Add(Live.Sandbox);
        command.Options.Add(Progress);
    }

    public void AddSanitizeTo(Command command)
    {
        OneOf.Require(Progress, ["auto", "plain", "none"]);
        (Jobs.HelpName, Jobs.Description) = ("N", JobsDescription);
        DryRun.Description = "Only say what would happen, and which locks it takes.";
        foreach (var option in new Option[] { Live.Target, Policy, Verdict, Jobs, WorkDir, PostgresBin, KeyEnv, Live.LockTimeout, Live.StatementTimeout, Progress, DryRun })
            command.Options.Add(option);
    }

    private void AddCommonTo(Command command)
    {
        command.Options.Add(Jobs);
        command.Options.Add(WorkDir);
        command.Options.Add(PostgresBin);
        command.Options.Add(Live.Sandbox);
        command.Options.Add(KeyEnv);
        command.Options.Add(Progress);
        command.Options.Add(Artifact);
    }

    /// <summary>How many times its own size a compressed dump may hold; for every command that reads one.</summary>
    public static Option<int?> MaxExpansionOption()
    {
        var option = Number("--max-expansion", 2, 1_000_000);
        (option.HelpName, option.Description) = ("N", $"A dump that is compressed as a whole, and each compressed block of an archive, may hold this many times its own size. Default: {DumpSource.UsualExpansion}");
        return option;
    }

    /// <summary>An option that takes a whole number within bounds.</summary>
    public static Option<int?> Number(string name, int least, int most, params string[] aliases) => new(name, aliases)
    {
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number >= least && number <= most) return number;
            result.AddError($"{name} takes a number from {least} to {most}");
            return null;
        },
    };
}
