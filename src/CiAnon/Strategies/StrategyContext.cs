using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Custom;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Text;

namespace CiAnon.Strategies;

/// <summary>
/// All that a strategy may depend on. Columns that share strategy, options and seed form one domain and are compiled
/// once, so that equal values get equal pseudonyms in all of them: length and count are the domain's, not a column's.
/// </summary>
/// <param name="Type">The column's type; MaxLength is the shortest of the domain.</param>
/// <param name="Options">Checked options.</param>
/// <param name="Key">The domain's key, derived from run key, strategy and seed.</param>
/// <param name="Locale">Locale of names, addresses and phone formats as <see cref="Locales.Find"/> gives it: <c>en</c>, <c>de</c>, <c>pt_PT</c>.</param>
/// <param name="DistinctValues">Upper bound of distinct values that must stay distinct; 0 when no column of the domain is unique.</param>
/// <param name="AsciiOnly">The dump's encoding isn't UTF-8: results must be ASCII.</param>
/// <param name="SequenceValues">
/// The values, rising, of the sequences that feed columns of the domain. They stand in the artefact as they are, so an
/// integer up to one of them must stay up to it, or the next insert collides. Null when no sequence feeds the domain.
/// </param>
public sealed record StrategyContext(
    ColumnType Type,
    OptionValues Options,
    DomainKey Key,
    string Locale,
    long DistinctValues,
    bool AsciiOnly,
    IReadOnlyList<ulong>? SequenceValues = null)
{
    /// <summary>What an enum type or a CHECK allows in the domain's columns; null where nothing is enumerated.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Compiles another strategy as a column of the given type has it, for strategies that others work inside of.</summary>
    public InnerCompiler? Inside { get; init; }

    /// <summary>What a part of a value holds, by the names of what it is in, which may be empty, and of its own; null where nobody reads names.</summary>
    public Func<string, string, PersonalKind?>? KindOfPart { get; init; }

    /// <summary>The options that most columns with a strategy of that name have; null where there is none. Strategies that others are applied in take them over.</summary>
    public Func<string, OptionValues?>? Common { get; init; }

    /// <summary>Whether what stands in a town's place may be somebody; null where nobody knows any names, and none is recognized.</summary>
    public PersonJudge? MayBePerson { get; init; }

    /// <summary>Reads texts; null where none is masked.</summary>
    public IProse? Prose { get; init; }

    /// <summary>Loads an assembly that a policy names, by the path in it; null where no code may be loaded.</summary>
    public Func<string, CustomStrategies>? Plugins { get; init; }

    /// <summary><see cref="DistinctValues"/> for messages: nobody counted them.</summary>
    public string DistinctInWords => $"up to {DistinctValues} values (estimated)";
}
