namespace CiAnon.Publishing.GitHub;

/// <summary>How long one call is waited for, over all its tries.</summary>
internal sealed class Patience(TimeProvider time)
{
    /// <summary>Tries of one call that gets no answer.</summary>
    public const int MostTries = 5;

    /// <summary>A job that waits longer for a rate limit is better started again.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    // What GitHub asks for where a limit comes without a time.
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    private TimeSpan _waited;
    private int _tries = 1;

    /// <summary>How long to wait before the call is sent again; null when it isn't.</summary>
    public TimeSpan? Before(GitHubReply reply)
    {
        if (Wait(reply) is not { } wait || _waited + wait > Most) return null;
        _waited += wait;
        return wait;
    }

    /// <summary>Doubles with every try, and differs from job to job, so that they don't come back together.</summary>
    public static TimeSpan Backoff(int tries) => Least * Math.Pow(2, tries - 1) * (1 + Random.Shared.NextDouble());

    private TimeSpan? Wait(GitHubReply reply)
    {
        // It was not carried out: whatever it is, it may be sent again.
        if (reply.IsRateLimited) return Longer(reply.RetryAfter ?? (reply.LimitedUntil is { } until ? until - time.GetUtcNow() + Least : Unsaid), Least);
        if (!reply.IsUncertain || !reply.Operation.IsRepeatable || _tries == MostTries) return null;
        return Longer(reply.RetryAfter ?? TimeSpan.Zero, Backoff(_tries++));
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
