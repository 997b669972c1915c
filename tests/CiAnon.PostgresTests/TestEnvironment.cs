using System.Runtime.CompilerServices;

namespace CiAnon.PostgresTests;

/// <summary>What every command of these tests may see of the environment: where programs are, and a cache of our own.</summary>
internal static class TestEnvironment
{
    private const string Cache = "XDG_CACHE_HOME";

    /// <summary>The variable's value, or null for one that tests don't share.</summary>
    public static string? Shared(string name) => name is "PATH" or Cache ? Environment.GetEnvironmentVariable(name) : null;

    // Processes that tests start inherit it, so nobody's home is written to.
    [ModuleInitializer]
    internal static void UseOwnCache()
    {
        var folder = Directory.CreateTempSubdirectory("ci-anon-tests-cache-").FullName;
        Environment.SetEnvironmentVariable(Cache, folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
