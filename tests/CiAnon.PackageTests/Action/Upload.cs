namespace CiAnon.PackageTests.Action;

/// <summary>What actions/upload-artifact was asked for, and the files that it took, by their path in the artefact.</summary>
internal sealed record Upload(IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, byte[]> Files)
{
    public string Name => Inputs["name"];

    /// <summary>
    /// Stands for the action, by its search.ts: one path or pattern per line, folders with all that is in them; the root is the only path
    /// itself, or its folder if it is a file, or the deepest folder that several have in common, whether they are there or not. Patterns
    /// are refused here: nothing of ours may be one.
    /// </summary>
    public static Upload Take(IReadOnlyDictionary<string, string> inputs, string workspace)
    {
        string[] known = ["name", "path", "retention-days", "if-no-files-found", "include-hidden-files", "compression-level"];
        Assert.Empty(inputs.Keys.Except(known));
        var paths = inputs["path"].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.All(paths, path => Assert.DoesNotMatch(@"[*?\[\]\\]|^[!#~]", path));
        var roots = paths.Select(path => Path.GetFullPath(path, workspace)).ToList();
        var found = roots.SelectMany(FilesBelow).Distinct().ToList();
        if (found.Count == 0 && inputs["if-no-files-found"] == "error") throw new InvalidOperationException($"No files were found with the provided path: {inputs["path"]}");
        if (inputs["include-hidden-files"] != "true") found.RemoveAll(path => path.Split('/').Any(part => part.StartsWith('.')));
        var root = Root([.. roots.Where(path => !roots.Exists(other => path.StartsWith(other + '/', StringComparison.Ordinal))).Distinct()]);
        return new Upload(inputs, found.ToDictionary(path => Path.GetRelativePath(root, path), File.ReadAllBytes));
    }

    private static string Root(IReadOnlyList<string> paths)
    {
        if (paths is [var only]) return File.Exists(only) ? Path.GetDirectoryName(only)! : only;
        var parts = paths.Select(path => path.Split('/')).ToList();
        return string.Join('/', parts[0].TakeWhile((part, index) => parts.TrueForAll(other => index < other.Length && other[index] == part)));
    }

    private static IEnumerable<string> FilesBelow(string root) =>
        Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : File.Exists(root) ? [root] : [];
}
