namespace CiAnon.Catalogs;

/// <summary>What we keep in databases that were anonymized where they stand.</summary>
public static class OwnTables
{
    public const string Schema = "ci_anon";

    /// <summary>Of the table that says that its database is clean.</summary>
    public const string Marker = "clean";

    /// <summary>Dumped with its database, it says nothing of whatever the dump is restored into.</summary>
    public static bool IsMarker(Table table) => table is { Schema: Schema, Name: Marker };
}
