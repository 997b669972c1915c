using System.Text;

namespace CiAnon.Tests.Snapshots;

/// <summary>A committed file that is generated from the code, such as a docs page: a test fails when it is stale.</summary>
internal static class GeneratedFile
{
    private const string Switch = "UPDATE_SNAPSHOTS";

    /// <summary>Committed files are rewritten instead of compared.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>Compares with the committed file, or rewrites it when <c>UPDATE_SNAPSHOTS=1</c>.</summary>
    /// <param name="path">Relative to the repository's root, with forward slashes.</param>
    /// <param name="expected">What the file must hold; line ends are LF.</param>
    public static void AssertUpToDate(string path, string expected)
    {
        var file = FullPath(path);
        if (IsUpdating)
            Write(file, expected);

        var committed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(committed == expected,
            $"{path} is stale at line {FirstDifference(committed, expected)}. Run the tests with {Switch}=1, review the diff and commit it.");
    }

    /// <summary>The committed text, with LF line ends.</summary>
    public static string Read(string path) => File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n");

    /// <summary>Of a path relative to the repository's root.</summary>
    public static string FullPath(string path) => Path.Combine(RepositoryRoot(), path);

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static int FirstDifference(string committed, string expected)
    {
        var same = committed.Split('\n').Zip(expected.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
        return same + 1;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CiAnon.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("CiAnon.sln not found above the test assembly.");
    }
}
