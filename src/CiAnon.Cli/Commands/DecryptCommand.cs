using System.CommandLine;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Stages;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon decrypt</c>: reads values of the strategy <c>encrypt</c> again. What it prints are originals.</summary>
internal static class DecryptCommand
{
    private static readonly (string Name, TypeKind Kind)[] Types = [("text", TypeKind.Text), ("integer", TypeKind.Integer), ("bytea", TypeKind.Binary)];

    public static Command Create(Session session)
    {
        var run = new RunOptions();
        var dump = new Argument<string?>("dump")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "An anonymized dump whose column is decrypted, row by row. Without it: values on standard input, one a line, escaped as COPY text has them.",
        };
        var column = new Option<string>("--column") { HelpName = "TABLE.COLUMN", Required = true, Description = "The column that the values are of; its rule in the policy says how they were encrypted." };
        var type = new Option<string?>("--type") { HelpName = "text|integer|bytea", Description = "Of values on standard input: what the column is. Default: text" };
        type.AcceptOnlyFromAmong([.. Types.Select(known => known.Name)]);
        var database = RunOptions.DatabaseOption();
        var report = new Option<string?>("--report") { HelpName = "FILE", Description = "The report of the run that encrypted: makes sure that the key is that run's, which digits alone can't tell." };
        var command = new Command("decrypt", "Print an encrypted column's originals, one a line. Needs the run's key and policy, and no server.")
        {
            dump, run.Policy, column, type, database, report, run.KeyEnv,
        };
        command.SetAction(parsed => Run(new DecryptOptions(parsed.GetValue(run.Policy)!, parsed.GetValue(column)!, Key(parsed.GetValue(run.KeyEnv), session), session.Environment)
        {
            DumpPath = parsed.GetValue(dump),
            Database = parsed.GetValue(database),
            Type = Types.FirstOrDefault(known => known.Name == parsed.GetValue(type), Types[0]).Kind,
            ReportPath = parsed.GetValue(report),
        }, session));
        return command;
    }

    private static Keys.RunKey Key(string? variable, Session session) => KeySource.Read(variable, session.Environment, session.Mask)
        ?? throw new CiAnonException(DiagnosticCodes.BadKey, $"decrypting needs the key of the run: set {KeySource.DefaultVariable}, or name a variable with --key-env");

    private static int Run(DecryptOptions options, Session session)
    {
        var decryption = new Decryption(options);
        if (options.DumpPath is { } path)
        {
            using var dump = DumpSource.Open(path, session.Input, workDirectory: null, session.Cancellation, database: options.Database);
            decryption.Dump(dump, session.Out, session.Cancellation);
        }
        else
        {
            using var input = session.Input.Open();
            decryption.Lines(input, session.Out, session.Cancellation);
        }
        session.Out.Flush();
        return (int)ExitCode.Done;
    }
}
