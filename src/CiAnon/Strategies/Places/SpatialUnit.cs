namespace CiAnon.Strategies.Places;

/// <summary>What the numbers of a point count.</summary>
internal enum SpatialUnit
{
    Degrees,
    Metres,
}
