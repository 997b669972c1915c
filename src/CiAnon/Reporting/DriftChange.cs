using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>The words of <see cref="DriftEntry.Change"/>.</summary>
public static class DriftChange
{
    public const string TableAdded = "table-added";
    public const string TableRemoved = "table-removed";
    public const string ColumnAdded = "column-added";
    public const string ColumnRemoved = "column-removed";
    public const string Type = "type-changed";
    public const string Decision = "decision-changed";
    public const string Kind = "kind-changed";
    public const string Rows = "rows-changed";
    public const string Nulls = "nulls-changed";
    public const string Policy = "policy-changed";
    public const string Key = "key-changed";
}
