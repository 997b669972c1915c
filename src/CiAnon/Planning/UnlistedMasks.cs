using System.Collections.Frozen;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;

namespace CiAnon.Planning;

/// <summary>What <c>unlisted: mask</c> does to a column that nobody decided on: the plainest strategy that fits its type and what a CHECK enumerates.</summary>
internal static class UnlistedMasks
{
    /// <summary>Strategy and options, or null when nothing fits.</summary>
    public static (StrategyDefinition Strategy, OptionValues Options)? For(Table table, Column column)
    {
        var isUnique = table.UniqueKeys.Any(key => key.Columns.Contains(column.Name));
        if (column.AllowedValues is { } allowed) return isUnique || allowed.Count == 0 ? null : Use("constant", ("value", allowed[0]));
        return column.Type.Kind switch
        {
            TypeKind.Text => isUnique ? Use("hash") : Use("text"),
            TypeKind.Integer when isUnique => Use("digits"),
            TypeKind.Date or TypeKind.Timestamp when !isUnique => Use("date", ("truncate", "year")),
            TypeKind.Json or TypeKind.Array or TypeKind.Binary => Use("empty"),
            TypeKind.Other when EmptyStrategy.ValueOf(column.Type) is not null && !isUnique => Use("empty"),
            _ when !column.NotNull => Use("null"),
            TypeKind.Integer or TypeKind.Decimal => Use("constant", ("value", "0")),
            TypeKind.Boolean => Use("constant", ("value", "false")),
            TypeKind.Network when column.Type.BaseName is "inet" or "cidr" => Use("constant", ("value", "0.0.0.0")),
            _ => null,
        };
    }

    private static (StrategyDefinition, OptionValues) Use(string name, params (string Name, string Value)[] options) =>
        (StrategyRegistry.Find(name)!, new OptionValues(options.ToFrozenDictionary(option => option.Name, option => option.Value)));
}
