namespace CiAnon.Copy;

/// <summary>Looks at fields of rows as they pass. One instance per table and thread; must not allocate per call.</summary>
public interface IFieldSink
{
    /// <summary>One value, decoded, never NULL and never empty; valid until the call returns.</summary>
    /// <param name="field">From 0, in the order of the COPY column list.</param>
    void Field(int field, ReadOnlySpan<byte> value);

    /// <summary>The row that the fields since the last call belong to is over.</summary>
    void EndRow();
}
