namespace CiAnon.Catalogs;

/// <summary>A sequence that a serial or identity column takes its values from.</summary>
public sealed record OwnedSequence(string Schema, string Name, Table Table, string Column)
{
    public string SqlName => $"{Sql.Identifier(Schema)}.{Sql.Identifier(Name)}";
}
