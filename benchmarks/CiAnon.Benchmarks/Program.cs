using BenchmarkDotNet.Running;
using CiAnon.Benchmarks;

if (args is ["throughput"]) return StrategyThroughput.Run();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
