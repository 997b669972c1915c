using System.CommandLine;
using System.Diagnostics;
using CiAnon.Audits;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon audit</c>: does the policy still fit the schema, and the decisions still hold?</summary>
internal sealed class AuditCommand
{
    private readonly Argument<string?> _dump = new("dump")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "What pg_dump wrote: a custom or tar archive (a file), a directory archive (a folder), or - for such a file on standard input; its schema alone is enough.",
    };

    private readonly Option<string> _policy = new("--policy", "-p")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "ci-anon.yml",
        Description = "The policy. Default: ci-anon.yml",
    };

    private readonly Option<string?> _databaseEnv = new("--database-env", "--source-env")
    {
        HelpName = "NAME",
        Description = "Instead of a dump: the variable that holds a database's connection string. Only its catalog is read",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        HelpName = "REPORT",
        Description = "The report of an earlier run: what changed since is found, too",
    };

    private readonly Option<string?> _database = RunOptions.DatabaseOption();

    private readonly Option<int?> _maxExpansion = RunOptions.MaxExpansionOption();

    private readonly Option<string?> _sarif = new("--sarif") { HelpName = "FILE", Description = "Write the findings as SARIF 2.1.0, for code scanning" };

    private readonly Option<string?> _junit = new("--junit") { HelpName = "FILE", Description = "Write the findings as JUnit XML, for test views" };

    private readonly Option<bool> _fix = new("--fix") { Description = "Add a proposed rule to the policy for each column without a decision" };

    public static Command Create(Session session)
    {
        var options = new AuditCommand();
        var command = new Command("audit", "Compare a policy with a schema: columns without a decision, stale rules, expired decisions, drift.")
        {
            options._dump, options._policy, options._databaseEnv, options._baseline, options._sarif, options._junit, options._fix, options._database, options._maxExpansion,
        };
        command.SetAction(parsed => options.Run(parsed, session));
        return command;
    }

    private int Run(ParseResult parsed, Session session)
    {
        var startedAt = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var options = Read(parsed, session, DateOnly.FromDateTime(startedAt.UtcDateTime));
        using var dump = Audit.Open(options, session.Cancellation);
        if (parsed.GetValue(_fix)) Fix(options, dump, session);
        var result = Audit.Run(options, dump, session.Cancellation);
        foreach (var notice in result.Notices) session.Print(notice);
        foreach (var finding in result.Findings) session.Print(finding);
        session.Out.WriteLine(Summary(result));
        if (parsed.GetValue(_sarif) is { } sarif) new RenderedFile(sarif, AuditSarif.Write(result, Directory.GetCurrentDirectory())).Write();
        if (parsed.GetValue(_junit) is { } junit) new RenderedFile(junit, AuditJUnit.Write(result, startedAt, clock.Elapsed)).Write();
        return (int)(result.Passed ? ExitCode.Done : ExitCode.CheckFailed);
    }

    private AuditOptions Read(ParseResult parsed, Session session, DateOnly today)
    {
        var (dump, variable) = (parsed.GetValue(_dump), parsed.GetValue(_databaseEnv));
        if ((dump is null) == (variable is null))
            throw new CiAnonException(DiagnosticCodes.Usage, "name either a dump, or with --database-env the variable that holds a database's connection string");
        if (variable is not null && session.Environment(variable) is not { Length: > 0 })
            throw new CiAnonException(DiagnosticCodes.Usage, $"--database-env names {variable}, which isn't set: give it a connection string");
        return new AuditOptions(parsed.GetValue(_policy)!, today)
        {
            DumpPath = dump,
            StandardInput = session.Input,
            DumpedDatabase = parsed.GetValue(_database),
            MaxExpansion = RunOptions.ReadMaxExpansion(parsed, _maxExpansion),
            Database = variable is null ? null : session.Environment(variable),
            BaselinePath = parsed.GetValue(_baseline),
            Environment = session.Environment,
        };
    }

    private static void Fix(AuditOptions options, Dump? dump, Session session)
    {
        var (added, left) = AuditFix.Apply(options, dump, session.Cancellation);
        foreach (var rule in added) session.Out.WriteLine(Printable.Line($"added to {options.PolicyPath}: {rule.Table}.{rule.Column}: {rule.Strategy} ({rule.Comment})"));
        foreach (var column in left) session.Out.WriteLine(Printable.Line($"nothing fits {column}: decide by hand"));
        if (added.Count == 0) session.Out.WriteLine("nothing was added");
    }

    private static string Summary(AuditResult result)
    {
        var counts = new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Select(severity => ReportWords.Count(result.Count(severity), severity.ToString().ToLowerInvariant()));
        return Printable.Line($"{(result.Passed ? "clean" : "findings")}: {string.Join(", ", counts)}; {ReportWords.Count(result.Tables, "table")} and {ReportWords.Count(result.Columns, "column")} of {result.Source}");
    }
}
