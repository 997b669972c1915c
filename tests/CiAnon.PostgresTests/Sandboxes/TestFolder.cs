using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Clusters;

namespace CiAnon.PostgresTests.Sandboxes;

/// <summary>A folder of one test that every user may enter, gone at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder(int nameLength = 0)
    {
        Root = Directory.CreateTempSubdirectory("sandbox-tests-").FullName;
        Open(Root);
        Path = nameLength == 0 ? Root : System.IO.Path.Combine(Root, new string('x', nameLength));
        if (nameLength > 0) Open(Directory.CreateDirectory(Path).FullName);
    }

    public string Path { get; }

    private string Root { get; }

    /// <summary>What a sandbox needs to start here.</summary>
    public SandboxOptions Options => Machine(Path);

    public static SandboxOptions Machine(string? workDirectory) =>
        new(null, workDirectory, Environment.GetEnvironmentVariable("PATH"), ExpectedBytes: 1 << 20, Connections: 4, LocksNeeded: 100,
            ClusterTemplates.CacheOf(Environment.GetEnvironmentVariable));

    /// <summary>Writes a shell script in place of a program.</summary>
    public void Program(string name, string script)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        Open(file);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Open(string path) => File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("755", 8));
}
