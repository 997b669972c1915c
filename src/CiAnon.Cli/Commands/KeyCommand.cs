using System.CommandLine;
using CiAnon.Diagnostics;
using CiAnon.Keys;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon key new</c>.</summary>
internal static class KeyCommand
{
    public static Command Create(Session session)
    {
        var create = new Command("new", "Print a new random key: base64 of 32 bytes.");
        create.SetAction(_ =>
        {
            session.Out.WriteLine(RunKey.NewBase64());
            return (int)ExitCode.Done;
        });
        return new Command("key", "Make a key for pseudonyms that stay the same from run to run.") { create };
    }
}
