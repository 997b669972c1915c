namespace CiAnon.Tests.Strategies;

/// <summary>The plug-in of samples/plugin, as the build of the tests made it.</summary>
internal static class SamplePlugin
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        // …/bin/Release/net10.0
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        var root = output;
        while (!File.Exists(System.IO.Path.Combine(root.FullName, "CiAnon.sln"))) root = root.Parent!;
        return System.IO.Path.Combine(root.FullName, "samples", "plugin", "bin", configuration, "net10.0", "Acme.Postcodes.dll");
    }
}
