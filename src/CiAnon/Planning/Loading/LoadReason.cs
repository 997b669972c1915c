namespace CiAnon.Planning.Loading;

/// <summary>One reason to load a table into the sandbox.</summary>
/// <param name="What">What stands behind it: names of the schema and of the policy's files, never a value.</param>
public sealed record LoadReason(LoadCause Cause, string What)
{
    public override string ToString() => Cause switch
    {
        LoadCause.Run => What,
        LoadCause.Type => $"only PostgreSQL can judge masked values of {What}",
        LoadCause.Unique => $"masked values must be unique: {What}",
        LoadCause.Exclusion => $"masked values must not overlap: {What}",
        LoadCause.ForeignKey => $"a foreign key over what changes: {What}",
        LoadCause.Check => $"masked values must pass {What}",
        LoadCause.Domain => $"a masked value must pass its domain: {What}",
        LoadCause.Generated => $"computed from columns of a row that is masked: {What}",
        LoadCause.Partition => $"its rows go in through {What}",
        LoadCause.PartitionKey => $"a partition key is masked, so that rows move: {What}",
        LoadCause.SqlCheck => $"the policy's check {What} reads it",
        LoadCause.MaterializedView => $"the materialized view {What} reads it",
        _ => $"the policy's rule of anonymity over {What}",
    };
}
