using System.CommandLine;
using System.CommandLine.Parsing;
using CiAnon.Diagnostics;

namespace CiAnon.Cli;

/// <summary>Parse errors in our words: what was wrong, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;
        var options = unknown.Where(token => token.StartsWith('-') && token.Length > 1).ToList();
        foreach (var token in options)
            yield return $"unknown option '{token}'{Meant(token, command.Options.Select(option => option.Name), command)}";
        // What follows an unknown option was probably its value.
        foreach (var token in options.Count > 0 ? [] : unknown.Take(1))
        {
            yield return command.Subcommands.Count > 0
                ? $"unknown command '{token}'{Meant(token, command.Subcommands.Select(sub => sub.Name), command)}"
                : $"unexpected argument '{token}'; see {Help(command)}";
        }
        if (unknown.Count > 0) yield break;
        foreach (var error in parsed.Errors) yield return $"{Message(error, command).TrimEnd('.')}; see {Help(command)}";
    }

    /// <summary>Help about a command that there isn't would be another's.</summary>
    public static bool NamesNoCommand(ParseResult parsed) =>
        parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Any(token => !token.StartsWith('-'));

    public static string FlagWithValue(string flag, Command command) => $"{flag[..flag.IndexOfAny(['=', ':'])]} takes no value but true or false; see {Help(command)}";

    private static string Message(ParseError error, Command command) => error.SymbolResult switch
    {
        CommandResult when command.Subcommands.Count > 0 => $"a command is missing: {string.Join(", ", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name))}",
        CommandResult { Command.Arguments: [var argument, ..] } => Missing(argument),
        ArgumentResult { Parent: OptionResult option } => Message(option, error),
        OptionResult option => Message(option, error),
        ArgumentResult { Tokens.Count: 0 } result => Missing(result.Argument),
        _ => error.Message,
    };

    private static string Message(OptionResult result, ParseError error) => result.Tokens.Count switch
    {
        0 => $"{result.Option.Name} needs a value: {result.Option.Name} {result.Option.HelpName}",
        > 1 => $"{result.Option.Name} is given twice",
        _ => error.Message,
    };

    private static string Missing(Argument argument) => $"<{argument.Name}> is missing: {argument.Description?.TrimEnd('.')}";

    private static string Meant(string token, IEnumerable<string> known, Command command) =>
        Suggestion.Phrase(token, known) is { Length: > 0 } phrase ? $"{phrase} See {Help(command)}" : $"; see {Help(command)}";

    private static string Help(Command command) => $"{CommandDocs.Name(command)} --help";
}
