using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;

namespace CiAnon.MSBuild;

/// <summary>Texts of properties as what they stand for; an empty one was not given.</summary>
internal static class Values
{
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static string? FullPath(string? text) => Given(text) is { } path ? Path.GetFullPath(path) : null;

    /// <summary>The full path of a dump. A build reads no standard input.</summary>
    public static string DumpPath(string text)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        return Path.GetFileName(path) != StandardInput.Path || Path.Exists(path)
            ? path
            : throw new CiAnonException(DiagnosticCodes.Usage, $"a build can't read a dump from {StandardInput.Name}: name a file, or pipe it into ci-anon anonymize -");
    }

    /// <summary>The full path of a policy that is there.</summary>
    public static string PolicyPath(string text)
    {
        var path = Path.GetFullPath(text);
        return File.Exists(path) ? path : throw new CiAnonException(DiagnosticCodes.PolicyNotFound,
            "the policy file doesn't exist; check CiAnonPolicy, or let -t:CiAnonDiscover write one from the dump", new SourcePosition(path, 1, 1));
    }

    public static int? Number(string property, string? text, int least, int most)
    {
        if (Given(text) is not { } given) return null;
        return int.TryParse(given, out var number) && number >= least && number <= most
            ? number
            : throw new CiAnonException(DiagnosticCodes.Usage, $"{property} takes a number from {least} to {most}");
    }

    public static CompressionChoice? Compression(string property, string? text) => Given(text) is { } given
        ? CompressionChoice.Parse(given) ?? throw new CiAnonException(DiagnosticCodes.Usage, $"{property} takes {CompressionChoice.Words}")
        : null;

    public static T? Word<T>(string property, string? text) where T : struct, Enum
    {
        if (Given(text) is not { } given) return null;
        return Enum.TryParse<T>(given, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(given[0])
            ? value
            : throw new CiAnonException(DiagnosticCodes.Usage,
                $"{property} takes {string.Join(" or ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");
    }
}
