using System.CommandLine;

namespace CiAnon.Cli;

/// <summary>
/// What stands behind a flag's equals sign. System.CommandLine 3.0.0 takes true and false; any other word leaves the flag on and becomes the
/// next argument, so that <c>--in-place=no prod.dump</c> would ask for a dump called "no".
/// </summary>
internal static class FlagValues
{
    /// <summary>The first flag with a value that it can't have, as it was written; null when there is none.</summary>
    public static string? Wrong(string[] args, Command command)
    {
        var flags = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Where(option => option.ValueType == typeof(bool)).SelectMany(option => option.Aliases.Prepend(option.Name)).ToHashSet();
        return args.TakeWhile(arg => arg != "--").FirstOrDefault(arg => arg.IndexOfAny(['=', ':']) is > 0 and var end && flags.Contains(arg[..end]) && !bool.TryParse(arg[(end + 1)..], out _));
    }
}
