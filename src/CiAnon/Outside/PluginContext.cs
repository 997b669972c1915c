using System.Reflection;
using System.Runtime.Loader;
using CiAnon.Strategies.Custom;

namespace CiAnon.Outside;

/// <summary>A plug-in and what lies beside it, apart from our own assemblies but for the one that it implements.</summary>
internal sealed class PluginContext(string path) : AssemblyLoadContext(path)
{
    private static readonly Assembly Engine = typeof(ICustomStrategy).Assembly;

    private readonly AssemblyDependencyResolver _beside = new(path);

    // A copy of the engine beside the plug-in would have interfaces of its own, which nothing here implements.
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Engine.GetName().Name ? Engine
        : _beside.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _beside.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : nint.Zero;
}
