using System.Runtime.InteropServices;
using CiAnon.Cli;
using CiAnon.Dumps;
using CiAnon.Publishing;

NativeHeap.GiveBack();
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

var session = new Session(Console.Out, Console.Error, Environment.GetEnvironmentVariable, IsTerminal(), cancellation.Token)
{
    IsErrorKept = IsErrorKept(),
    Output = StandardOutput.OfProcess(isTerminal: !Console.IsOutputRedirected),
    Input = new StandardInput(Console.OpenStandardInput, IsTerminal: !Console.IsInputRedirected),
};
return CommandLine.Run(args, session);

void Cancel(PosixSignalContext context)
{
    context.Cancel = true;
    // Cancelling stops the server, which may take a moment: not on the signal's own thread.
    ThreadPool.QueueUserWorkItem(_ => cancellation.Cancel());
}

static bool IsTerminal() =>
    !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null or "" or "false" && Environment.GetEnvironmentVariable("TERM") is not "dumb";

static bool IsErrorKept() => File.ResolveLinkTarget("/proc/self/fd/2", returnFinalTarget: false) is { } target && File.Exists(target.FullName)
    && !target.FullName.StartsWith("/dev/", StringComparison.Ordinal);
