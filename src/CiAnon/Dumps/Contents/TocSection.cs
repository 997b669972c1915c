namespace CiAnon.Dumps.Contents;

/// <summary>When pg_restore executes an entry; the values are those of the archive.</summary>
public enum TocSection
{
    /// <summary>Wherever its object is: comments, grants.</summary>
    None = 1,

    /// <summary>Before rows: types, tables, functions.</summary>
    PreData = 2,

    /// <summary>Rows, large objects, sequence values.</summary>
    Data = 3,

    /// <summary>After rows: indexes, constraints, triggers.</summary>
    PostData = 4,
}
