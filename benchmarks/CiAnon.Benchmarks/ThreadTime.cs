using System.Runtime.InteropServices;

namespace CiAnon.Benchmarks;

/// <summary>Processor time of this thread alone, on Linux.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static double Seconds => GetTime(ThreadClock, out var time) == 0 ? time.Seconds + time.Nanoseconds / 1e9 : throw new PlatformNotSupportedException();

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
