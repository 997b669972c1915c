using CiAnon.Dumps.Streams;

namespace CiAnon.Stages;

/// <summary>Takes the rows of one table, without an end mark. Disposed without <see cref="Complete"/>, it keeps none of them; it never fails.</summary>
internal abstract class RowsBeside : WriteOnlyStream
{
    /// <summary>These were all.</summary>
    public abstract void Complete();
}
