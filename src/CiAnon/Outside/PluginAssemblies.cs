using System.Reflection;
using CiAnon.Strategies.Custom;

namespace CiAnon.Outside;

/// <summary>Loads the plug-ins that a policy names, each once.</summary>
public sealed class PluginAssemblies
{
    private readonly Dictionary<string, CustomStrategies> _loaded = [];

    /// <param name="path">Absolute.</param>
    public CustomStrategies Load(string path)
    {
        if (!_loaded.TryGetValue(path, out var found)) _loaded.Add(path, found = Read(path));
        return found;
    }

    private static CustomStrategies Read(string path)
    {
        if (!File.Exists(path)) return new CustomStrategies([], "isn't there");
        try
        {
            var types = new PluginContext(path).LoadFromAssemblyPath(path).GetExportedTypes()
                .Where(type => type is { IsAbstract: false, IsClass: true } && typeof(ICustomStrategy).IsAssignableFrom(type)).ToList();
            if (types.Find(type => type.GetConstructor(Type.EmptyTypes) is null) is { } closed) return new CustomStrategies([], $"has {closed.Name} without a public constructor that takes nothing");
            var all = types.Select(type => (ICustomStrategy)Activator.CreateInstance(type)!).ToList();
            if (all.Count == 0) return new CustomStrategies([], $"has no public class that implements {nameof(ICustomStrategy)} of this version of ci-anon");
            return all.DistinctBy(one => one.Name).Count() == all.Count ? new CustomStrategies(all, null) : new CustomStrategies([], "has two strategies of the same name");
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or InvalidOperationException or TypeLoadException or ReflectionTypeLoadException or TargetInvocationException or UnauthorizedAccessException)
        {
            // No row was read yet.
            return new CustomStrategies([], $"can't be loaded: {(failure.InnerException ?? failure).Message}");
        }
    }
}
