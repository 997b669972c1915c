namespace CiAnon.Stages.Selection;

/// <summary>Fields of a block's rows that are a key together, in the order of the key.</summary>
/// <param name="Fields">Of the row.</param>
/// <param name="Forms">One per field.</param>
/// <param name="Case">The field and value of the rows for which there is a key at all; null for all of them.</param>
internal sealed record KeySpec(IReadOnlyList<int> Fields, IReadOnlyList<KeyForm> Forms, (int Field, string Value)? Case = null)
{
    /// <summary>Equal for keys that are read alike.</summary>
    public string Identity { get; } = $"{string.Join(',', Fields)}/{string.Join(',', Forms)}/{Case?.Field}/{Case?.Value}";
}
