using System.CommandLine;
using System.CommandLine.Parsing;

namespace CiAnon.Cli.Commands;

/// <summary>Options and arguments that take one of a few words.</summary>
internal static class OneOf
{
    public static void Require<T>(Option<T> option, IReadOnlyList<string> words) =>
        option.Validators.Add(result => Check(result, option.Name, words));

    public static void Require<T>(Argument<T> argument, IReadOnlyList<string> words) =>
        argument.Validators.Add(result => Check(result, $"<{argument.Name}>", words));

    private static void Check(SymbolResult result, string name, IReadOnlyList<string> words)
    {
        if (result.Tokens is not [var token] || words.Contains(token.Value)) return;
        result.AddError($"{name} takes {string.Join(", ", words.SkipLast(1))} or {words[^1]}");
    }
}
