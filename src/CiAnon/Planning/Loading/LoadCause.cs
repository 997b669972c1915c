namespace CiAnon.Planning.Loading;

/// <summary>Why PostgreSQL must see a table's rows before they are published.</summary>
public enum LoadCause
{
    /// <summary>The run has something to do with all tables.</summary>
    Run,

    /// <summary>A masked value is of a type that only PostgreSQL can judge.</summary>
    Type,
    Unique,
    Exclusion,
    ForeignKey,
    Check,
    Domain,
    Generated,

    /// <summary>Rows of the tree go in through its top, which decides where they belong.</summary>
    Partition,

    /// <summary>A key of the tree is masked, so that rows belong to other partitions.</summary>
    PartitionKey,
    SqlCheck,
    MaterializedView,
    Anonymity,
}
