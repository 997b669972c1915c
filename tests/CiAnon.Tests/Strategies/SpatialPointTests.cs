using CiAnon.Catalogs;
using CiAnon.Strategies;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO;

namespace CiAnon.Tests.Strategies;

/// <summary>Points of PostGIS, judged by NetTopologySuite, which reads and writes what PostGIS does.</summary>
public class SpatialPointTests
{
    private const double MetresPerDegree = 111_320;

    private static readonly NtsGeometryServices Services = new(CoordinateArraySequenceFactory.Instance, new PrecisionModel(), srid: -1);

    [Theory]
    [InlineData("geometry(Point,4326)", "geometry", 4326, Ordinates.XY, true)]
    [InlineData("geometry(Point,4326)", "geometry", 4326, Ordinates.XY, false)]
    [InlineData("geometry(PointZ,4258)", "geometry", 4258, Ordinates.XYZ, true)]
    [InlineData("geometry(PointM,4326)", "geometry", 4326, Ordinates.XYM, true)]
    [InlineData("geometry(PointZM,4326)", "geometry", 4326, Ordinates.XYZM, false)]
    [InlineData("geometry", "geometry", 4326, Ordinates.XY, true)]
    [InlineData("public.geometry(Geometry,4326)", "geometry", 4326, Ordinates.XY, true)]
    [InlineData("geography", "geography", 4326, Ordinates.XY, true)]
    [InlineData("geography(Point,4326)", "geography", 4326, Ordinates.XYZ, true)]
    public void A_point_moves_within_the_radius_and_keeps_what_else_it_has(string name, string baseName, int reference, Ordinates ordinates, bool littleEndian)
    {
        var mask = StrategyRun.Mask("coordinates", Column(name, baseName), "radius=5 km");
        var random = new Random(20261129);
        for (var i = 0; i < 500; i++)
        {
            var point = Point(random, (random.NextDouble() * 360) - 180, (random.NextDouble() * 160) - 80, reference, ordinates);
            var hex = Written(point, ordinates, littleEndian);
            var result = mask.Of(hex);
            Assert.Equal(hex.Length, result.Length);
            var moved = (Point)new PostGisReader(Services.DefaultCoordinateSequenceFactory, Services.DefaultPrecisionModel, ordinates).Read(Convert.FromHexString(result));
            Assert.Equal(reference, moved.SRID);
            // As it was written, byte for byte.
            Assert.Equal(result, Written(moved, ordinates, littleEndian));
            if (ordinates.HasFlag(Ordinates.Z)) Assert.Equal(point.Z, moved.Z);
            if (ordinates.HasFlag(Ordinates.M)) Assert.Equal(point.M, moved.M);
            var north = (moved.Y - point.Y) * MetresPerDegree;
            var east = (moved.X - point.X) * MetresPerDegree * Math.Cos(moved.Y * Math.PI / 180);
            Assert.InRange(Math.Sqrt((north * north) + (east * east)), 499, 5001);
            Assert.InRange(moved.X, -180, 180);
        }
    }

    [Theory]
    [InlineData("geometry(Point,25832)", 25832, "")]
    [InlineData("geometry(Point,3857)", 3857, "")]
    [InlineData("geometry", 32633, "")]
    [InlineData("geometry(Point,2263)", 2263, ";unit=metres")]
    public void A_system_of_metres_moves_by_metres(string name, int reference, string options)
    {
        var mask = StrategyRun.Mask("coordinates", Column(name, "geometry"), "radius=200 m" + options);
        var random = new Random(20261129);
        for (var i = 0; i < 200; i++)
        {
            var point = Point(random, random.Next(300_000, 700_000), random.Next(5_000_000, 6_000_000), reference, Ordinates.XY);
            var moved = (Point)new PostGisReader().Read(Convert.FromHexString(mask.Of(Written(point, Ordinates.XY, littleEndian: true))));
            Assert.InRange(moved.Distance(point), 19.9, 200.1);
        }
    }

    [Theory]
    [InlineData("geometry(Polygon,4326)", "points only")]
    [InlineData("geometry(MultiPoint,4326)", "points only")]
    [InlineData("geography(LineStringZ,4326)", "points only")]
    [InlineData("geometry(Point,2263)", "set 'unit: degrees' or 'unit: metres'")]
    public void What_the_type_says_is_refused_while_planning(string name, string problem) =>
        Assert.Contains(problem, StrategyRun.Problem("coordinates", Column(name, name.Split('(')[0]), "radius=5 km"));

    [Theory]
    [InlineData("LINESTRING (7 51, 8 52)")]
    [InlineData("POLYGON ((7 51, 8 52, 9 50, 7 51))")]
    [InlineData("MULTIPOINT ((7 51), (8 52))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (7 51))")]
    public void Other_geometries_are_refused_in_a_run_without_a_word_of_them(string text)
    {
        var mask = StrategyRun.Mask("coordinates", Column("geometry", "geometry"), "radius=5 km");
        var geometry = new WKTReader().Read(text);
        geometry.SRID = 4326;
        var problem = Assert.Throws<MaskException>(() => mask.Of(Convert.ToHexString(new PostGisWriter().Write(geometry))));
        Assert.Contains("no point", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0101")]
    [InlineData("zz01000020E6100000000000000000000000000000000000000000")]
    [InlineData("0101000020E61000000000000000000000")]
    [InlineData("0201000020E610000000000000000000000000000000000000")]
    [InlineData("0101000020E6100000000000000000F07F0000000000000000")]
    [InlineData("0101000000000000000000084000000000000008400000")]
    [InlineData("010100000000000000000008400000000000000840")]
    public void What_is_no_point_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("coordinates", Column("geometry", "geometry"), "radius=5 km").Of(value));

    [Fact]
    public void An_empty_point_stays_empty()
    {
        const string Nowhere = "0101000020E6100000000000000000F87F000000000000F87F";
        Assert.Equal(Nowhere, StrategyRun.Mask("coordinates", Column("geometry", "geometry"), "radius=5 km").Of(Nowhere));
    }

    private static ColumnType Column(string name, string baseName) => new(name, TypeKind.Other, baseName);

    private static Point Point(Random random, double x, double y, int reference, Ordinates ordinates)
    {
        var coordinate = ordinates switch
        {
            Ordinates.XYZ => new CoordinateZ(x, y, random.Next(9000)),
            Ordinates.XYM => new CoordinateM(x, y, random.Next(9000)),
            Ordinates.XYZM => new CoordinateZM(x, y, random.Next(9000), random.Next(9000)),
            _ => new Coordinate(x, y),
        };
        return new GeometryFactory(new PrecisionModel(), reference).CreatePoint(coordinate);
    }

    private static string Written(Geometry geometry, Ordinates ordinates, bool littleEndian) =>
        Convert.ToHexString(new PostGisWriter(littleEndian ? ByteOrder.LittleEndian : ByteOrder.BigEndian) { HandleOrdinates = ordinates }.Write(geometry));
}
