using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.People;

namespace CiAnon.Audits.Proposals;

/// <summary>How a column writes women and men, where its values, or what it allows, have both words of a pair and few others.</summary>
/// <param name="Part">Of a person: <c>title</c> or <c>gender</c>.</param>
internal sealed record GenderPair(string Part, string Woman, string Man)
{
    private const int MostWords = 12;

    /// <summary>Null where nothing tells which word is whose: of 1 and 2 nothing does.</summary>
    public static GenderPair? Of(ColumnCase known)
    {
        if (known.Verdict.Kind != PersonalKind.Gender || known.Column is not { IsGenerated: false, Type.Kind: TypeKind.Text or TypeKind.Enum } || known.IsUnique) return null;
        if (known.Column.AllowedValues is null && known.IsConstrained) return null;
        var words = known.Column.AllowedValues ?? Words(known);
        if (words.Count is < 2 or > MostWords) return null;
        var pairs = Titles.All.Select(titles => (Part: "title", Woman: titles.Women.Select(In).FirstOrDefault(word => word is not null), Man: titles.Men.Select(In).FirstOrDefault(word => word is not null)))
            .Concat(GenderVocabulary.All.Select(row => (Part: "gender", Woman: In(row.Woman), Man: In(row.Man))));
        var (part, woman, man) = pairs.FirstOrDefault(pair => pair.Woman is not null && pair.Man is not null && pair.Woman != pair.Man);
        return part is null ? null : new GenderPair(part, woman!, man!);

        string? In(string word) => words.FirstOrDefault(one => one.TrimEnd('.').Equals(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The words as the option <c>values</c> takes them.</summary>
    public string AsOption => ListOption.Text([Woman, Man]);

    // The most frequent form of a word first: mr and Mr may both be there.
    private static List<string> Words(ColumnCase known) => known.Sample is not { Count: > 0, Distinct: <= MostWords } sample ? []
        : [.. sample.Values.Select(Encoding.UTF8.GetString).GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
}
