using System.Buffers.Binary;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Custom;

/// <summary>A strategy of the team's own, from an assembly that the policy names.</summary>
public static class PluginStrategy
{
    private static readonly OptionDefinition Assembly = new("assembly", OptionType.Text, "the path of the assembly, relative to the policy's folder", Required: true);

    private static readonly OptionDefinition Named = new("name", OptionType.Text, "which of the assembly's strategies; not needed where it has one");

    private static readonly OptionDefinition Settings = new("settings", OptionType.Text, "what the strategy gets as its settings, in a form of its own");

    public static readonly StrategyDefinition Definition = new(
        "plugin",
        "replaces a value by what a strategy of the team's own makes of it, from an assembly",
        TypeKind.Any,
        [Assembly, Named, Settings, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.Declared, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "whatever the strategy gives; types, and whether distinct values stay distinct, are as it declares", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("AB1 2CD", "ZZ9 0FH", new Dictionary<string, string> { ["assembly"] = "plugins/Acme.Postcodes.dll" }),
        Compile)
    {
        IsForeign = true,
    };

    /// <summary>The path that a rule names.</summary>
    public static string AssemblyOf(OptionValues options) => options[Assembly]!;

    private static Compilation Compile(StrategyContext context)
    {
        var path = AssemblyOf(context.Options);
        if (context.AsciiOnly) return Compilation.DoesNotFit("needs a dump in UTF-8: pg_dump --encoding=UTF8 writes one");
        if (context.Plugins is not { } load) return Compilation.DoesNotFit("can't be loaded in here");
        var found = load(path);
        if (found.Problem is { } problem) return Compilation.DoesNotFit($"names assembly '{path}', which {problem}");
        var names = string.Join(", ", found.All.Select(one => one.Name));
        var custom = context.Options[Named] is { } name ? found.All.FirstOrDefault(one => one.Name == name) : found.All is [var only] ? only : null;
        if (custom is null) return Compilation.DoesNotFit(context.Options[Named] is { } unknown ? $"finds no strategy '{unknown}' in assembly '{path}', which has {names}" : $"needs 'name', as assembly '{path}' has {names}");
        if ((custom.Types & context.Type.Kind) == TypeKind.None) return Compilation.DoesNotFit($"has strategy '{custom.Name}' of assembly '{path}', which takes {StrategyDefinition.InWords(custom.Types)}");
        if (context.DistinctValues > 0 && !custom.KeepsDistinct) return Compilation.DoesNotFit($"has strategy '{custom.Name}' of assembly '{path}', which doesn't keep distinct values distinct, and the column is unique");
        return Create(custom, context);
    }

    private static Compilation Create(ICustomStrategy custom, StrategyContext context)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(key, new SipHash(context.Key.Hash).Hash(Encoding.UTF8.GetBytes(custom.Name)));
        try
        {
            return new Compilation(new PluginMask(custom.Name, custom.Create(new CustomColumn(context.Type.Name, context.Type.MaxLength, context.Locale, context.Options[Settings], key))), null)
            {
                Publishes = $"made by plug-in '{custom.Name}', {(custom.IsDeterministic ? "by its own word deterministic" : "not deterministic")}",
            };
        }
        catch (Exception refusal) when (refusal is not OutOfMemoryException)
        {
            // No row was read yet.
            return Compilation.DoesNotFit($"is refused by plug-in '{custom.Name}': {refusal.Message}");
        }
    }
}
