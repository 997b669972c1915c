using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Sandboxes.Clusters;

/// <summary>
/// The name of the cluster that this initdb would make: another build of PostgreSQL, or other locales of the system (initdb makes
/// collations of them), give another name.
/// </summary>
internal static class ClusterName
{
    // To be counted up when initdb is asked for something else.
    private const int Layout = 1;
    private const string SystemLocales = "/usr/lib/locale";

    /// <summary>Such as <c>17-0123456789abcdef0123456789abcdef.cluster</c>.</summary>
    /// <param name="binaries">Whose cluster.</param>
    /// <param name="locales">The folder of the C library's locales; it needn't exist.</param>
    public static string Of(PostgresBinaries binaries, string locales = SystemLocales)
    {
        var facts = new StringBuilder().Append(Layout).Append('\n').Append(binaries.VersionText).Append('\n');
        foreach (var program in new[] { binaries.Postgres, binaries.InitDb }) Describe(facts, new FileInfo(program));
        if (Directory.Exists(locales))
        {
            foreach (var locale in new DirectoryInfo(locales).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)) Describe(facts, locale);
        }
        return $"{binaries.Major}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())))[..32]}.cluster";
    }

    // Whole seconds: an image's layers keep no more of a time.
    private static void Describe(StringBuilder facts, FileSystemInfo entry) => facts
        .Append(entry.FullName).Append('\t').Append(new DateTimeOffset(entry.LastWriteTimeUtc).ToUnixTimeSeconds())
        .Append('\t').Append(entry is FileInfo { Exists: true } file ? file.Length : 0).Append('\n');
}
