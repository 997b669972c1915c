using BenchmarkDotNet.Running;
using CiAnon.Benchmarks;

if (args is ["throughput", .. var part]) return StrategyThroughput.Run(string.Concat(part));
if (args is ["scans"]) return ScanThroughput.Run();
if (args is ["aes"]) return AesThroughput.Run();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
