using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Places;

/// <summary>Places near the original.</summary>
public static partial class CoordinatesStrategy
{
    private static readonly OptionDefinition Radius = new("radius", OptionType.Text, "how far a place moves at most, such as '500 m' or '5 km', and a tenth of it at least", Required: true);

    private static readonly OptionDefinition Axis = new("axis", OptionType.Choice,
        "what a numeric column holds; of two such columns each moves by itself", "latitude", Choices: ["latitude", "longitude"]);

    private static readonly OptionDefinition Unit = new("unit", OptionType.Choice,
        "what the numbers of a PostGIS geometry count, where its reference system isn't one that is known (WGS 84, ETRS89, UTM, Web Mercator, national grids)", Choices: ["degrees", "metres"]);

    public static readonly StrategyDefinition Definition = new(
        "coordinates",
        "moves a place by a distance within a radius: a point (longitude, latitude), a point of PostGIS (geometry or geography), a text 'latitude, longitude', or one of the two as a number",
        TypeKind.Decimal | TypeKind.Text | TypeKind.Other,
        [Radius, Axis, Unit, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: true, PreservesLength: false,
            "degrees with six decimals, or as many as the type has; a point of PostGIS keeps its reference system, Z and M, and other geometries are refused", Reversible: false, Hides: PersonalKind.Location, LooksLike: [PersonalKind.Location]),
        new StrategyExample("51.2562, 7.1508", "51.254899, 7.122364", new Dictionary<string, string> { ["radius"] = "5 km" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var match = Distance().Match(context.Options[Radius]!);
        if (!match.Success || !double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var metres) || metres <= 0)
            return Compilation.DoesNotFit("needs a radius such as '500 m' or '5 km'");
        if (match.Groups["unit"].Value == "km") metres *= 1000;
        if (metres is < 10 or > 1_000_000) return Compilation.DoesNotFit("needs a radius from 10 m to 1000 km");
        if (SpatialType.Of(context.Type) is { } spatial) return Spatial(context, spatial, metres);
        if (context.Options[Unit] is not null) return Compilation.DoesNotFit($"has a unit for {context.Type.Name}, which isn't PostGIS's");
        if (context.Type.Kind == TypeKind.Other && context.Type.BaseName != "point") return Compilation.DoesNotFit($"can't read {context.Type.Name}");
        var decimals = context.Type.Kind == TypeKind.Decimal ? Math.Min(context.Type.Scale ?? 6, 6) : 6;
        if (metres / 10 < CoordinatesMask.MetresPerDegree * Math.Pow(10, -decimals)) return Compilation.DoesNotFit($"moves by less than {context.Type.Name} can tell");
        return new Compilation(new CoordinatesMask(new SipHash(context.Key.Hash), metres, context.Type.Kind, context.Options[Axis] == "latitude", decimals), null)
        {
            Publishes = $"publishes the place within {context.Options[Radius]}",
        };
    }

    private static Compilation Spatial(StrategyContext context, SpatialType type, double metres)
    {
        if (!type.MayBePoints) return Compilation.DoesNotFit("moves points only, and the column holds other geometries: take null, or constant");
        var unit = type.IsGeography ? SpatialUnit.Degrees
            : context.Options[Unit] is { } given ? Enum.Parse<SpatialUnit>(given, ignoreCase: true)
            : type.Reference == 0 ? null : SpatialReference.UnitOf(type.Reference);
        if (unit is null && type.Reference != 0) return Compilation.DoesNotFit($"can't know what reference system {type.Reference} counts in: set 'unit: degrees' or 'unit: metres'");
        return new Compilation(new SpatialPointMask(new SipHash(context.Key.Hash), metres, unit), null) { Publishes = $"publishes the place within {context.Options[Radius]}" };
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?) ?(?<unit>m|km)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Distance();
}
