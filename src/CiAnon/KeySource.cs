using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.Keys;

namespace CiAnon;

/// <summary>Where the run key comes from: a variable that is named, or the file that the variable with <c>_FILE</c> appended names.</summary>
public static partial class KeySource
{
    /// <summary>Read when nobody names another; then it may be absent.</summary>
    public const string DefaultVariable = "CIANON_KEY";

    /// <summary>The key, or null when none was asked for.</summary>
    /// <param name="variable">The name of the variable; null for the default one.</param>
    /// <param name="environment">Variables by name.</param>
    /// <param name="mask">Told the key before anything is said of it.</param>
    /// <exception cref="CiAnonException">CIANON2006: a key was asked for and can't be used; CIANON2005: its file can't be read.</exception>
    public static RunKey? Read(string? variable, Func<string, string?> environment, Action<string>? mask = null)
    {
        var name = variable ?? DefaultVariable;
        if (!VariableName().IsMatch(name))
            throw new CiAnonException(DiagnosticCodes.BadKey, "the key is given by the name of a variable, and what was given isn't a name. If it is the key itself, logs may hold it now: make a new one");
        var text = environment(name) is { Length: > 0 } value ? value : ReadFile(name + "_FILE", environment);
        if (text is null && variable is null) return null;
        if (text is null) throw new CiAnonException(DiagnosticCodes.BadKey, $"the key is to come from {name}, and neither {name} nor {name}_FILE is set");
        mask?.Invoke(text);
        return RunKey.FromBase64(text, out var problem)
            ?? throw new CiAnonException(DiagnosticCodes.BadKey, $"the key in {name} can't be used: {problem}; make one with `ci-anon key new`");
    }

    private static string? ReadFile(string variable, Func<string, string?> environment)
    {
        if (environment(variable) is not { Length: > 0 } file) return null;
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CiAnonException(DiagnosticCodes.FileTrouble, $"the key's file, which {variable} names, can't be read: {exception.Message}", cause: exception);
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();
}
