using System.Diagnostics;
using CiAnon.Sandboxes;

// A process for tests to kill: starts a sandbox in the folder given, says where it is and waits.
var options = new SandboxOptions(null, args[0], Environment.GetEnvironmentVariable("PATH"), ExpectedBytes: 1, Connections: 2, LocksNeeded: 10, ClusterCache: null);
using var sandbox = Sandbox.Start(options, CancellationToken.None);
// A child that outlives us for a while: it must not hold the watchdog's pipe open.
using var child = Process.Start(new ProcessStartInfo("sleep", ["20"]));
Console.WriteLine(sandbox.Directory);
Thread.Sleep(Timeout.Infinite);
