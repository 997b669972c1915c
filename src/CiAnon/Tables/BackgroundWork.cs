namespace CiAnon.Tables;

/// <summary>Work that goes on beside the rest from when it can. Whatever ends the rest ends it, too, and no thread of it is left when this is disposed.</summary>
internal sealed class BackgroundWork(Action<CancellationToken> work, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private Task? _running;

    /// <summary>Once, from any thread.</summary>
    public void Start() => _running = Task.Factory.StartNew(() => work(_stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Returns when it is done, and throws what it threw.</summary>
    public void Wait() => (_running ?? throw new InvalidOperationException("nothing was started")).GetAwaiter().GetResult();

    public void Dispose()
    {
        _stop.Cancel();
        // Who didn't wait has a failure of their own to tell, which came first.
        if (_running is not null) Task.WaitAny(_running);
        _stop.Dispose();
    }
}
