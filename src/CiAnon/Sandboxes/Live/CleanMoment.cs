namespace CiAnon.Sandboxes.Live;

/// <summary>What a database holds at the moment in which its rows are read: nobody looks at what comes later.</summary>
/// <param name="Since">The first transaction whose rows aren't seen.</param>
/// <param name="Tables">With what their columns are.</param>
/// <param name="Definitions">With what people call them.</param>
internal sealed record CleanMoment(long Since, IReadOnlyList<(string Name, string Columns)> Tables, IReadOnlyList<(string Key, string Name)> Definitions);
