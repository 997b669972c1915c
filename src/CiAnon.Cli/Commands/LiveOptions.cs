using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Cli.Commands;

/// <summary>The options of commands that speak to a live database, defined once.</summary>
internal sealed class LiveOptions
{
    public Option<string?> Source { get; } = new("--source-env")
    {
        HelpName = "NAME",
        Description = "Instead of a dump: the variable that holds a live database's connection string (Npgsql or postgresql://). It is only read, in one snapshot",
    };

    public Option<string?> Target { get; } = new("--target-env")
    {
        HelpName = "NAME",
        Description = "The variable that holds the connection string (Npgsql or postgresql://) of the database",
    };

    public Option<string?> Sandbox { get; } = new("--sandbox-connection-env")
    {
        HelpName = "NAME",
        Description = "Instead of a PostgreSQL of its own: the variable that holds the connection string of a superuser on a server that CI lends for the job. The run works there in databases of its own and drops them",
    };

    public Option<int?> LockTimeout { get; } = Seconds("--lock-timeout", "Seconds that a statement may wait for a lock there. Default: 10");

    public Option<int?> StatementTimeout { get; } = Seconds("--statement-timeout", "Seconds that a statement may take there. Default: as many as it needs");

    /// <summary>For commands that read a dump or a live database.</summary>
    public void AddSourceTo(Command command)
    {
        command.Options.Add(Source);
        command.Options.Add(LockTimeout);
        command.Options.Add(StatementTimeout);
    }

    /// <summary>Null where the option isn't given.</summary>
    /// <exception cref="CiAnonException">CIANON0002: the variable isn't set.</exception>
    public LiveAddress? Read(Option<string?> option, ParseResult parsed, Session session)
    {
        if (parsed.GetValue(option) is not { Length: > 0 } variable) return null;
        if (session.Environment(variable) is not { Length: > 0 } text)
            throw new CiAnonException(DiagnosticCodes.Usage, $"{option.Name} names {variable}, which isn't set: give it a connection string");
        var address = new LiveAddress(variable, text).Trusting(session.Environment);
        if (parsed.GetValue(LockTimeout) is { } wait) address = address with { LockTimeout = TimeSpan.FromSeconds(wait) };
        if (parsed.GetValue(StatementTimeout) is { } limit) address = address with { StatementTimeout = TimeSpan.FromSeconds(limit) };
        return address;
    }

    /// <summary>Null where a dump is named.</summary>
    /// <exception cref="CiAnonException">CIANON0002: both are named or neither, or the variable isn't set.</exception>
    public LiveAddress? ReadSource(string? dump, ParseResult parsed, Session session)
    {
        var source = Read(Source, parsed, session);
        return (dump is null) == (source is null)
            ? throw new CiAnonException(DiagnosticCodes.Usage, "name either a dump, or with --source-env the variable that holds a live database's connection string")
            : source;
    }

    /// <exception cref="CiAnonException">CIANON0002: the option isn't given, or the variable isn't set.</exception>
    public LiveAddress Require(Option<string?> option, ParseResult parsed, Session session) => Read(option, parsed, session)
        ?? throw new CiAnonException(DiagnosticCodes.Usage, $"{option.Name} is missing: name the variable that holds the database's connection string");

    private static Option<int?> Seconds(string name, string description)
    {
        var option = RunOptions.Number(name, 1, 86_400);
        (option.HelpName, option.Description) = ("SECONDS", description);
        return option;
    }
}
