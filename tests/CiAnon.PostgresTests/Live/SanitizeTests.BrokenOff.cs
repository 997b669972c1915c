using CiAnon.Diagnostics;
using CiAnon.Live;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>What waits, breaks off or fails while rows are written, and after they were.</summary>
public sealed partial class SanitizeTests
{
    [Fact]
    public void A_table_that_others_write_to_is_waited_for_as_long_as_was_said()
    {
        var (database, owner) = Staging();
        var before = Rows(database);
        using (var other = LiveConnection.Open(new LiveAddress("OTHER", _cluster.ConnectionString(database)), readOnly: false))
        {
            LiveConnection.Execute(other, "BEGIN; LOCK TABLE public.homes IN ROW EXCLUSIVE MODE", TestContext.Current.CancellationToken);
            Assert.Equal(DiagnosticCodes.LiveLocked, Code(Sanitize(owner, database, "--lock-timeout", "1")));
        }
        Assert.Equal(before, Rows(database));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_connection_that_is_cut_while_rows_are_written_leaves_every_row_as_it_was()
    {
        var (database, owner) = Staging();
        // Enough of them to be in the middle: the first connection is the one that writes.
        _cluster.Execute(database, "INSERT INTO visits SELECT i, date '2024-12-01', 'canary' || i || '@private.test' FROM generate_series(201, 20000) i");
        var before = Rows(database);
        using var proxy = new CuttingProxy(_cluster) { Only = 1, MostBytes = 400_000 };
        var broken = SanitizeAt($"Host=127.0.0.1;Port={proxy.Port};Username={owner};Database={database};SSL Mode=Disable");
        Assert.Equal(DiagnosticCodes.LiveInterrupted, Code(broken));
        Assert.Contains("could not write public.visits", broken.Error, StringComparison.Ordinal);
        Assert.Equal(before, Rows(database));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void What_fails_when_the_verified_rows_stand_there_says_that_they_do()
    {
        var (database, owner) = Staging();
        File.WriteAllText(_scene.PolicyPath, Policy);
        var folder = _scene.Folder("gone");
        var observer = new RecordingObserver
        {
            OnStage = stage =>
            {
                if (stage == RunStage.Backup) Directory.Delete(folder);
            },
        };
        using (var run = new SanitizeRun(new SanitizeOptions(new LiveAddress("STAGING", Connection(owner, database)), _scene.PolicyPath)
        {
            ReportPath = Path.Combine(folder, "sanitize.json"),
            WorkDirectory = _scene.Work,
            Environment = TestEnvironment.Shared,
        }, observer, TestContext.Current.CancellationToken))
        {
            Assert.ThrowsAny<IOException>(run.Run);
            Assert.True(run.IsReplaced);
            Assert.Null(run.WrittenReport);
        }
        Assert.Single(observer.Notices, notice => notice.Code == DiagnosticCodes.ResultStands);
        Assert.DoesNotContain("canary", Rows(database), StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_whose_answer_is_lost_is_looked_up_and_not_told_as_a_failure()
    {
        var (database, owner) = Staging();
        using var proxy = new CuttingProxy(_cluster) { LastWords = "COMMIT" };
        var done = SanitizeAt($"Host=127.0.0.1;Port={proxy.Port};Username={owner};Database={database};SSL Mode=Disable");
        Assert.True(done.Exit == 0, done.Error);
        Assert.DoesNotContain("canary", Rows(database), StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Passed, ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.Status);
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_run_that_is_cancelled_while_it_writes_leaves_every_row_as_it_was()
    {
        var (database, owner) = Staging();
        var before = Rows(database);
        File.WriteAllText(_scene.PolicyPath, Policy);
        using var source = new CancellationTokenSource();
        using (var run = new SanitizeRun(new SanitizeOptions(new LiveAddress("STAGING", Connection(owner, database)), _scene.PolicyPath) { WorkDirectory = _scene.Work, Environment = TestEnvironment.Shared },
            new RecordingObserver { OnProgress = stage => { if (stage == RunStage.Backup) source.Cancel(); } }, source.Token))
        {
            Assert.ThrowsAny<OperationCanceledException>(run.Run);
        }
        Assert.Equal(before, Rows(database));
        _scene.AssertNothingLeft();
    }
}
