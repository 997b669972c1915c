namespace CiAnon.Strategies.Places;

/// <summary>Reference systems by their number (EPSG), as far as what they count in is known here.</summary>
internal static class SpatialReference
{
    // WGS 84, ETRS89, NAD83, NAD27, WGS 72, and national ones of Europe, Japan and Australia.
    private static readonly HashSet<uint> InDegrees = [4326, 4258, 4269, 4267, 4322, 4171, 4230, 4277, 4283, 4289, 4313, 4314, 4265, 4149, 4150, 4151, 4612, 6668, 7844, 4979, 4937];

    // Web Mercator, world Mercator, Europe's LAEA and LCC, and national grids.
    private static readonly HashSet<uint> InMetres = [3857, 3395, 3034, 3035, 2154, 27700, 28992, 2056, 21781, 2180, 3006, 3067, 31287, 3812, 31370, 3763, 3347, 5514, 31466, 31467, 31468, 31469];

    /// <summary>Null where nobody knows.</summary>
    public static SpatialUnit? UnitOf(uint id) => id switch
    {
        _ when InDegrees.Contains(id) => SpatialUnit.Degrees,
        _ when InMetres.Contains(id) => SpatialUnit.Metres,
        // UTM zones: ETRS89, WGS 84 north and south, NAD83.
        (>= 25828 and <= 25838) or (>= 32601 and <= 32660) or (>= 32701 and <= 32760) or (>= 26901 and <= 26923) => SpatialUnit.Metres,
        _ => null,
    };
}
