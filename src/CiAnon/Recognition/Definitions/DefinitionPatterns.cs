using System.Collections.Frozen;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;

namespace CiAnon.Recognition.Definitions;

/// <summary>Looks for what is unmistakable in the SQL of one entry of the table of contents.</summary>
internal sealed class DefinitionPatterns(IReadOnlyList<Recognizer> recognizers)
{
    // Programs speak of names, numbers and versions; these are nothing else wherever they stand.
    private static readonly PersonalKind[] Unmistakable = [PersonalKind.Email, PersonalKind.Account, PersonalKind.Card, PersonalKind.Token];

    private static readonly FrozenSet<PersonalKind> Ignored = Enum.GetValues<PersonalKind>().Except(Unmistakable).ToFrozenSet();

    /// <summary>With what was found, in field 0.</summary>
    public PatternScanner Scanner { get; } = new(Recognizers.InDefinitions(recognizers), [new ScannedPattern("definition", TypeKind.Text, null, Ignored)]);

    public void Scan(string sql)
    {
        if (sql.Length > 0) Scanner.Field(0, Encoding.UTF8.GetBytes(sql));
    }
}
