using System.Runtime.ExceptionServices;

namespace CiAnon.Tables;

/// <summary>Works through a list with a few threads; the first failure stops the others before their next item.</summary>
internal static class ParallelTables
{
    public static void ForEach<T>(IReadOnlyList<T> items, int jobs, Action<T> work, CancellationToken cancellation) =>
        ForEach<T, IDisposable?>(items, jobs, static () => null, (item, _) => work(item), cancellation);

    /// <param name="open">What one thread keeps for all its items: a connection, mostly.</param>
    /// <param name="isReady">Whether an item needn't wait for others; those that must come after those that needn't. Null where none waits.</param>
    public static void ForEach<T, TState>(IReadOnlyList<T> items, int jobs, Func<TState> open, Action<T, TState> work, CancellationToken cancellation, Func<T, bool>? isReady = null)
        where TState : IDisposable?
    {
        var left = new LinkedList<T>(items);
        ExceptionDispatchInfo? failure = null;
        var threads = Enumerable.Range(0, Math.Clamp(jobs, 1, Math.Max(1, items.Count))).Select(_ => new Thread(Work) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        cancellation.ThrowIfCancellationRequested();
        failure?.Throw();

        bool TryTake(out T? item)
        {
            lock (left)
            {
                var node = left.First;
                while (isReady is not null && node is not null && !isReady(node.Value)) node = node.Next;
                node ??= left.First;
                item = node is null ? default : node.Value;
                if (node is not null) left.Remove(node);
                return node is not null;
            }
        }

        void Work()
        {
            try
            {
                using var state = open();
                while (Volatile.Read(ref failure) is null && !cancellation.IsCancellationRequested && TryTake(out var item)) work(item!, state);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }
}
