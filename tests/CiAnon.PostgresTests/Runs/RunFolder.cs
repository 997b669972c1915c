using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>A folder with the dump, the policy and the output of one test's runs; gone at its end.</summary>
internal sealed class RunFolder : IDisposable
{
    public RunFolder()
    {
        Path = Directory.CreateTempSubdirectory("ci-anon-runs-").FullName;
        // The server runs as another user when we are root, and must reach its sandbox.
        File.SetUnixFileMode(Path, (UnixFileMode)Convert.ToInt32("755", 8));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Output)!);
        File.SetUnixFileMode(WorkDirectory = Directory.CreateDirectory(In("work")).FullName, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public string Path { get; }

    /// <summary>Where sandboxes of this folder's runs lie: nothing may be left in it.</summary>
    public string WorkDirectory { get; }

    public string Output => In("out/anonymized");

    public string Report => Output + ".report.json";

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>pg_dump of a database of the cluster into this folder.</summary>
    public string DumpOf(TestCluster cluster, string database, params string[] options)
    {
        var path = In($"{database}.dump");
        cluster.Dump(database, path, options);
        return path;
    }

    public string Policy(string yaml)
    {
        var path = In("ci-anon.yml");
        File.WriteAllText(path, "version: 1\n" + yaml);
        return path;
    }

    public AnonymizeOptions Options(string dump, string policy) => new(dump, policy, Output)
    {
        WorkDirectory = WorkDirectory,
        Jobs = 2,
        Environment = Environment.GetEnvironmentVariable,
    };

    public AnonymizedDump Anonymize(string dump, string policy) => Anonymize(Options(dump, policy));

    /// <summary>A whole run, verb by verb.</summary>
    public static AnonymizedDump Anonymize(AnonymizeOptions options, RecordingObserver? observer = null)
    {
        observer ??= new RecordingObserver();
        Plan plan;
        using (var run = new AnonymizationRun(options, observer, CancellationToken.None))
        {
            plan = run.Restore();
            run.Anonymize();
            run.Verify();
            run.Backup();
        }
        var report = options.ReportPath ?? options.OutputPath + ".report.json";
        return new AnonymizedDump(options.DumpPath, options.OutputPath!, plan, ReportJson.Read(File.ReadAllBytes(report))!, observer);
    }

    public static RunKey Key(byte fill) => RunKey.FromBase64(Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray()), out _)!;

    /// <summary>sha256sum of a file; of a folder, of the lines that sha256sum prints for its files in order of name.</summary>
    public static string Sha256(string path) => TestProcess.Run("/bin/sh",
        ["-c", Directory.Exists(path) ? "cd \"$1\" && LC_ALL=C sha256sum * | sha256sum" : "sha256sum \"$1\"", "sh", path]).Text[..64];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
