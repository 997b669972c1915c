using System.CommandLine;
using CiAnon.Hosts;

namespace CiAnon.Cli.Commands;

/// <summary><c>--host</c>, of every command: whose language diagnostics and progress are written in.</summary>
internal static class HostOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--host")
        {
            HelpName = string.Join('|', CiHosts.Words),
            Recursive = true,
            DefaultValueFactory = _ => CiHosts.Auto,
            Description = "CI host whose annotations, groups and outputs are written, with any command. Default: the one that is found",
        };
        OneOf.Require(option, CiHosts.Words);
        return option;
    }

    /// <summary>Known before the rest is parsed, because mistakes there are told in the host's language too.</summary>
    public static CiHost Choose(string[] args, Func<string, string?> environment)
    {
        var option = Create();
        var parsed = new RootCommand { TreatUnmatchedTokensAsErrors = false, Options = { option } }.Parse(args);
        var word = parsed.GetResult(option)?.Tokens is [var token] && CiHosts.Words.Contains(token.Value) ? token.Value : CiHosts.Auto;
        return CiHosts.Create(word, environment);
    }
}
