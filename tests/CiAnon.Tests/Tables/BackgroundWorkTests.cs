using CiAnon.Tables;

namespace CiAnon.Tests.Tables;

public sealed class BackgroundWorkTests
{
    [Fact]
    public void What_it_threw_is_thrown_where_it_is_waited_for()
    {
        using var work = new BackgroundWork(_ => throw new InvalidDataException("broken"), CancellationToken.None);
        work.Start();
        Assert.Equal("broken", Assert.Throws<InvalidDataException>(work.Wait).Message);
    }

    [Fact]
    public void Who_fails_meanwhile_stops_it_and_leaves_no_thread_of_it()
    {
        var isOver = false;
        using var begun = new ManualResetEventSlim();
        void Fail()
        {
            using var work = new BackgroundWork(stop =>
            {
                begun.Set();
                stop.WaitHandle.WaitOne();
                isOver = true;
            }, CancellationToken.None);
            work.Start();
            begun.Wait(TestContext.Current.CancellationToken);
            throw new InvalidOperationException("a row");
        }
        Assert.Equal("a row", Assert.Throws<InvalidOperationException>(Fail).Message);
        Assert.True(isOver);
    }

    [Fact]
    public void Who_cancels_the_run_cancels_it()
    {
        using var run = new CancellationTokenSource();
        using var work = new BackgroundWork(stop => stop.WaitHandle.WaitOne(), run.Token);
        work.Start();
        run.Cancel();
        work.Wait();
    }

    [Fact]
    public void What_was_never_started_is_not_waited_for()
    {
        using var work = new BackgroundWork(_ => { }, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(work.Wait);
    }
}
