using System.Diagnostics;
using System.Text;

namespace CiAnon.PostgresTests;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
public static class TestProcess
{
    /// <summary>PostgreSQL's server refuses root, so root runs it as this user; null means as ourselves.</summary>
    public static string? ServerUser { get; } = Environment.UserName == "root" ? "postgres" : null;

    /// <summary>Fails the test unless the program exits with 0.</summary>
    public static Result Run(
        string program, IEnumerable<string> arguments, string? input = null, string? user = null, string? workingDirectory = null)
    {
        var result = Try(program, arguments, input, user, workingDirectory);
        return result.ExitCode == 0
            ? result
            : throw new InvalidOperationException($"{Path.GetFileName(program)} exited with {result.ExitCode}: {result.Errors}");
    }

    /// <summary>Runs the program, whatever its exit code.</summary>
    public static Result Try(
        string program, IEnumerable<string> arguments, string? input = null, string? user = null, string? workingDirectory = null)
    {
        using var process = Process.Start(StartInfo(program, arguments, user, workingDirectory))!;
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() =>
        {
            if (input is not null) process.StandardInput.Write(input);
            process.StandardInput.Close();
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        // A program that fails stops reading: its exit code tells more than our broken pipe.
        if (process.ExitCode == 0) feeding.GetAwaiter().GetResult();
        return new Result(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
    }

    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, string? user = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = workingDirectory ?? "/",
        };
        if (user is not null) start.UserName = user;
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    public sealed record Result(int ExitCode, byte[] Output, string Errors)
    {
        public string Text => Encoding.UTF8.GetString(Output);
    }
}
