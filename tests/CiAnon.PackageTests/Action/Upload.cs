namespace CiAnon.PackageTests.Action;

/// <summary>What actions/upload-artifact was asked for, and the files that it took, by their path in the artefact.</summary>
internal sealed record Upload(IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, byte[]> Files)
{
    public string Name => Inputs["name"];

    /// <summary>
    /// Stands for the action, by its README: one path or pattern per line, folders with all that is in them, the deepest common folder as
    /// the root. Patterns are refused here: nothing of ours may be one.
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
        return new Upload(inputs, found.ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes));
    }

    private static IEnumerable<string> FilesBelow(string root) =>
        Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : File.Exists(root) ? [root] : [];
}
