using CiAnon.Catalogs;

namespace CiAnon.Planning;

/// <summary>Rows go in through the top of their partition tree, as masked values decide which partition they belong to.</summary>
/// <param name="Key">The masked columns of partition keys, on whatever level.</param>
/// <param name="AllKeys">The same with those that are not masked.</param>
public sealed record MovedRows(Table Root, IReadOnlyList<string> Key, IReadOnlyList<string> AllKeys)
{
    /// <summary>For people: <c>public.sales (region)</c>.</summary>
    public string Words => $"{Root.FullName} ({string.Join(", ", Key)})";
}
