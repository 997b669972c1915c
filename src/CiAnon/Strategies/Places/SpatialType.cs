using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Catalogs;

namespace CiAnon.Strategies.Places;

/// <summary>What the type of a PostGIS column says of its values: <c>geometry(PointZ,4326)</c>.</summary>
/// <param name="Shape">Such as <c>Point</c>; null where any is allowed.</param>
/// <param name="Reference">Of the reference system; 0 where the type doesn't say.</param>
/// <param name="IsGeography">Degrees, whatever the system.</param>
internal sealed partial record SpatialType(string? Shape, uint Reference, bool IsGeography)
{
    private static readonly string[] Points = ["Point", "PointZ", "PointM", "PointZM"];

    public bool MayBePoints => Shape is null || Points.Contains(Shape, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for other types.</summary>
    public static SpatialType? Of(ColumnType type)
    {
        if (type.BaseName is not ("geometry" or "geography")) return null;
        var match = Modifier().Match(type.Name);
        var shape = match.Groups["shape"].Value;
        return new SpatialType(
            shape.Length == 0 || shape.StartsWith("Geometry", StringComparison.OrdinalIgnoreCase) ? null : shape,
            match.Groups["reference"] is { Success: true } reference ? uint.Parse(reference.Value, CultureInfo.InvariantCulture) : 0,
            type.BaseName == "geography");
    }

    [GeneratedRegex(@"\((?<shape>[A-Za-z]+)(, ?(?<reference>[0-9]{1,9}))?\)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Modifier();
}
