using System.Text;
using CiAnon.Recognition;
using CiAnon.Recognition.Definitions;
using CiAnon.Residual;

namespace CiAnon.Verification.Search;

/// <summary>Searches the SQL of one entry of the table of contents.</summary>
internal sealed class TextSearch(Originals originals, IReadOnlyList<Recognizer> recognizers)
{
    private readonly TextScan _originals = new(originals);
    private readonly DefinitionPatterns _patterns = new(recognizers);

    public void Scan(string text)
    {
        _originals.Scan(Encoding.UTF8.GetBytes(text));
        _patterns.Scan(text);
    }

    public TextFindings Findings(string entry) => new(entry, _originals.Tally, _patterns.Scanner);
}
