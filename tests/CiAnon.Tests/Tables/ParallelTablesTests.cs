using System.Collections.Concurrent;
using CiAnon.Tables;

namespace CiAnon.Tests.Tables;

public class ParallelTablesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_isnt_ready_comes_after_what_is(int jobs)
    {
        var done = new ConcurrentQueue<int>();
        var left = 10;
        using var opened = new ManualResetEventSlim();
        ParallelTables.ForEach([.. Enumerable.Range(0, 20)], jobs, static () => (IDisposable?)null, (item, _) =>
        {
            // Odd ones wait for all even ones.
            if (item % 2 == 1) opened.Wait(TestContext.Current.CancellationToken);
            done.Enqueue(item);
            if (item % 2 == 0 && Interlocked.Decrement(ref left) == 0) opened.Set();
        }, TestContext.Current.CancellationToken, item => item % 2 == 0 || opened.IsSet);
        Assert.Equal(Enumerable.Range(0, 20), done.Order());
        Assert.All(done.Take(10), item => Assert.Equal(0, item % 2));
    }

    [Fact]
    public void The_first_of_those_that_arent_ready_is_taken_where_there_is_nothing_else()
    {
        var done = new List<int>();
        ParallelTables.ForEach([3, 1, 2], 1, static () => (IDisposable?)null, (item, _) => done.Add(item), TestContext.Current.CancellationToken, item => item == 2);
        Assert.Equal([2, 3, 1], done);
    }

    [Fact]
    public void The_first_failure_stops_what_wasnt_begun()
    {
        var done = 0;
        var failure = Assert.Throws<InvalidOperationException>(() => ParallelTables.ForEach([1, 2, 3], 1, item =>
        {
            done++;
            if (item == 2) throw new InvalidOperationException("two");
        }, TestContext.Current.CancellationToken));
        Assert.Equal(("two", 2), (failure.Message, done));
    }
}
