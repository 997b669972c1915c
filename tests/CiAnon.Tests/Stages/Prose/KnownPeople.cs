using System.Text;
using CiAnon.Residual;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Tests.Residual;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Stages.Prose;

/// <summary>Rows of originals with what became of them, and texts that are rewritten with both known.</summary>
internal sealed class KnownPeople : IDisposable
{
    private readonly RunProse _prose;

    /// <param name="rows">Of each column: its kind, the original, the pseudonym; an empty one where nobody knows it.</param>
    public KnownPeople(params (PersonalKind Kind, string Value, string Pseudonym)[][] rows)
        : this(new Pseudonyms(), rows)
    {
    }

    public KnownPeople(Pseudonyms pseudonyms, params (PersonalKind Kind, string Value, string Pseudonym)[][] rows)
        : this(pseudonyms, isLastFirst: false, rows)
    {
    }

    /// <param name="isLastFirst">The last table is read first, as it may happen.</param>
    public KnownPeople(Pseudonyms pseudonyms, bool isLastFirst, params (PersonalKind Kind, string Value, string Pseudonym)[][] rows)
    {
        _prose = new RunProse { Pseudonyms = pseudonyms };
        var tables = rows.Select(row => (Row: row, Texts: pseudonyms.AddTable())).ToList();
        if (isLastFirst) tables.Reverse();
        foreach (var (row, texts) in tables)
        {
            var sink = new KnownSink([.. row.Select(column => (PersonalKind?)column.Kind)], Originals, pseudonyms, texts);
            for (var field = 0; field < row.Length; field++)
            {
                if (row[field].Kind == PersonalKind.Company) sink.Company(Encoding.UTF8.GetBytes(row[field].Value), Encoding.UTF8.GetBytes(row[field].Pseudonym));
                sink.Becomes(row[field].Kind, Encoding.UTF8.GetBytes(row[field].Pseudonym));
                sink.Field(field, Encoding.UTF8.GetBytes(row[field].Value));
            }
            sink.CloseRow();
        }
        Originals.Freeze();
        _prose.Know(Originals);
    }

    public Originals Originals { get; } = new(Searched.Key);

    public Mask Mask(string options = "", string strategy = "free_text", CiAnon.Catalogs.ColumnType? type = null) => StrategyRun.Compile(strategy, type, options, prose: _prose).Mask!;

    public string In(string text, string options = "") => Mask(options).Of(text);

    public void Dispose() => Originals.Dispose();
}
