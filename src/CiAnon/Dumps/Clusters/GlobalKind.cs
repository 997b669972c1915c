namespace CiAnon.Dumps.Clusters;

/// <summary>What a statement before the databases of a cluster's script is about.</summary>
internal enum GlobalKind
{
    Setting,
    Role,
    Tablespace,

    /// <summary><c>pg_dumpall --clean</c> drops them all before it makes them.</summary>
    DropDatabase,

    /// <summary>A comment: a heading, or the name of whom the next statements are about.</summary>
    Heading,
}
