using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Image;

/// <summary>The command is the container's first process: signals reach it, it tidies up, and no dead process waits for it.</summary>
public sealed class SignalTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private readonly RunnerFolder _runner = new();

    public void Dispose() => _runner.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT", Traits = ["When", "nightly"])]
    public void A_signal_ends_the_run_with_130_and_leaves_nothing(string signal)
    {
        using var run = StartSlow();
        run.Signal(signal);
        Assert.Equal(130, run.Exit());
        Assert.Contains("CIANON0130", run.Log, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_runner.Temporary));
        Assert.Equal(["ci-anon.yml", "prod.dump"], _runner.Owners().Keys.Order());
        Assert.DoesNotContain(PeopleDump.Canary, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_is_the_first_process_and_the_server_runs_as_postgres()
    {
        using var run = StartSlow();
        // Command name, user and state of every process.
        var processes = run.Shell("""
            for status in /proc/[0-9]*/status; do
              while read -r key value rest; do case $key in Name:) name=$value;; State:) state=$value;; Uid:) user=$value;; Pid:) pid=$value;; esac; done <"$status" 2>/dev/null && echo "$pid $name $state $user"
            done
            """).Split('\n').Select(line => line.Split(' ')).ToList();
        var postgres = run.Shell("id -u postgres");
        Assert.Equal("ci-anon", Assert.Single(processes, process => process[0] == "1")[1]);
        var server = processes.Where(process => process[1] == "postgres").ToList();
        Assert.NotEmpty(server);
        Assert.All(server, process => Assert.Equal(postgres, process[3]));
        Assert.DoesNotContain(processes, process => process[2] == "Z");
        run.Signal("TERM");
        Assert.Equal(130, run.Exit());
    }

    // The sandbox lies in the runner's folder, where what is left of it could be seen.
    private ContainerRun StartSlow()
    {
        PeopleDump.WriteSlow(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        _runner.HandToRunner();
        TestProcess.Run("chmod", ["755", _runner.Temporary]);
        var run = image.Start([.. ContainerImage.Hardened(ContainerImage.Capabilities), .. _runner.Mounts], _runner.Environment,
            ["anonymize", "prod.dump", "--output", "anon.dump", "--work-dir", "/github/runner_temp"]);
        run.WaitFor("anonymize  1 table,");
        return run;
    }
}
