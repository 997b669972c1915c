namespace CiAnon.Dumps;

/// <summary>A dump that a command writes to our standard input, as a head hands it over. It can be read once.</summary>
/// <param name="Open">Gives the stream; called when a dump is read from it.</param>
/// <param name="IsTerminal">Somebody would have to type the dump.</param>
public sealed record StandardInput(Func<Stream> Open, bool IsTerminal)
{
    /// <summary>What stands where a dump's path would.</summary>
    public const string Path = "-";

    /// <summary>What messages call it.</summary>
    public const string Name = "standard input";

    /// <summary>The file that holds the exit code of the command that writes the dump, before its output ends; null when nobody says.</summary>
    public string? StatusPath { get; init; }

    public static bool Is(string? path) => path == Path;
}
