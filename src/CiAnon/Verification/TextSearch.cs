using System.Collections.Frozen;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;
using CiAnon.Verification.Residual;

namespace CiAnon.Verification;

/// <summary>Searches the SQL of one entry of the table of contents.</summary>
internal sealed class TextSearch(Originals originals, IReadOnlyList<Recognizer> recognizers)
{
    // Programs speak of names, numbers and versions; these are nothing else wherever they stand.
    private static readonly PersonalKind[] Unmistakable = [PersonalKind.Email, PersonalKind.Account, PersonalKind.Card, PersonalKind.Token];

    private static readonly FrozenSet<PersonalKind> Ignored = Enum.GetValues<PersonalKind>().Except(Unmistakable).ToFrozenSet();

    private static readonly SqlSecretRecognizer Secrets = new() { Name = "sql-secret", Kind = PersonalKind.Token, Strength = 1, HasOwnForm = true, Summary = "password '...' in a definition" };

    private readonly TextScan _originals = new(originals);
    private readonly PatternScanner _patterns = new([.. recognizers, Secrets], [new ScannedPattern("definition", TypeKind.Text, null, Ignored)]);

    public void Scan(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _originals.Scan(bytes);
        if (bytes.Length > 0) _patterns.Field(0, bytes);
    }

    public TextFindings Findings(string entry) => new(entry, _originals.Tally, _patterns);
}
