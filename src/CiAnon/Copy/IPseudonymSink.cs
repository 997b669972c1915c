namespace CiAnon.Copy;

/// <summary>Looks at what becomes of fields as they are masked. One instance per table and thread; must not allocate per call.</summary>
public interface IPseudonymSink
{
    /// <summary>Whether it is shown a field at all, from 0, in the order of the COPY column list.</summary>
    bool Wants(int field);

    /// <summary>One value, decoded, never NULL and never empty, and what its mask made of it: empty for NULL, and where that isn't known. Both are valid until the call returns.</summary>
    void Field(int field, ReadOnlySpan<byte> original, ReadOnlySpan<byte> pseudonym);

    /// <summary>The row that the fields since the last call belong to is over.</summary>
    void EndRow();
}
