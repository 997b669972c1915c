namespace CiAnon.Reporting.Sections;

/// <summary>What happened to large objects.</summary>
public enum LargeObjectStatus
{
    None,
    Dropped,
    Kept,
}
