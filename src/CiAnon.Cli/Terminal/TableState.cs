using System.Diagnostics;

namespace CiAnon.Cli.Terminal;

/// <summary>How far one table is, as the live view shows it.</summary>
internal sealed class TableState(TableWork work)
{
    private Stopwatch? _clock;

    public TableWork Work { get; } = work;

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public bool Finished { get; private set; }

    public bool Started => _clock is not null;

    public double BytesPerSecond => _clock is { Elapsed.TotalSeconds: > 0.05 } clock ? Bytes / clock.Elapsed.TotalSeconds : 0;

    public void Update(long rows, long bytes, bool finished)
    {
        _clock ??= Stopwatch.StartNew();
        Rows = rows;
        Bytes = bytes;
        Finished |= finished;
        if (Finished) _clock.Stop();
    }

    /// <summary>0 to 1; how far a block grows when it is decompressed is known only once others are finished.</summary>
    public double Fraction(double growth) =>
        Finished ? 1 : Work.StoredBytes == 0 ? 0 : Math.Min(0.99, Bytes / (Work.StoredBytes * growth));
}
