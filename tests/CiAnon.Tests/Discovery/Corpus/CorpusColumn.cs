using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>One labelled column of a schema, and what discovery says of it.</summary>
internal sealed record CorpusColumn(string Schema, bool IsHeldOut, bool IsPublic, Table Table, Column Column, PersonalKind? Label, ColumnSample? Sample)
{
    public ColumnVerdict Verdict { get; } = ColumnScorer.Score(Table, Column, Sample);

    /// <summary>As if the dump had no rows.</summary>
    public CorpusColumn WithoutValues => new(Schema, IsHeldOut, IsPublic, Table, Column, Label, Sample: null);

    public string Name => $"{Schema} {Table.Name}.{Column.Name}";

    /// <summary>Personal, and neither recognized nor marked for a person to check.</summary>
    public bool IsMissed => Label is not null && Verdict is { Kind: null, IsSure: true };
}
