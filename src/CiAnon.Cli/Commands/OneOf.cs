using System.CommandLine;
using System.CommandLine.Parsing;

namespace CiAnon.Cli.Commands;

/// <summary>Options and arguments that take one of a few words.</summary>
internal static class OneOf
{
    /// <param name="also">Understood, in order to say that it isn't supported; not offered.</param>
    public static void Require<T>(Option<T> option, IReadOnlyList<string> words, string? also = null) =>
        option.Validators.Add(result => Check(result, option.Name, words, also));

    public static void Require<T>(Argument<T> argument, IReadOnlyList<string> words) =>
        argument.Validators.Add(result => Check(result, $"<{argument.Name}>", words, also: null));

    private static void Check(SymbolResult result, string name, IReadOnlyList<string> words, string? also)
    {
        if (result.Tokens is not [var token] || token.Value == also || words.Contains(token.Value)) return;
        result.AddError($"{name} takes {string.Join(", ", words.SkipLast(1))} or {words[^1]}");
    }
}
