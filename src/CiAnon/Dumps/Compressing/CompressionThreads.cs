using System.Collections.Concurrent;

namespace CiAnon.Dumps.Compressing;

/// <summary>As many threads as there are cores, for compressing alone: on the thread pool's the answers of PostgreSQL would wait behind whole pieces. They end when nothing was to do for a second.</summary>
internal sealed class CompressionThreads : TaskScheduler
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Task> _waiting = [];
    private readonly Lock _gate = new();
    private int _threads;

    public static CompressionThreads Shared { get; } = new();

    public static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Shared);

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    // Who waits for a piece has others to wait for.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _waiting.Add(task);
            if (_threads == Environment.ProcessorCount) return;
            _threads++;
        }
        new Thread(Work) { IsBackground = true, Name = "compression" }.Start();
    }

    private void Work()
    {
        while (true)
        {
            if (_waiting.TryTake(out var task, Idle))
            {
                TryExecuteTask(task);
                continue;
            }
            lock (_gate)
            {
                if (_waiting.Count > 0) continue;
                _threads--;
                return;
            }
        }
    }
}
