using System.Text.Json;
using CiAnon.Catalogs;
using CiAnon.Discovery.Shapes;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Weighs JSON, arrays and other values that hold many: their keys, and whatever stands in them.</summary>
internal static class ContainerScorer
{
    private const double Some = 0.02;

    public static ColumnVerdict Score(NameVerdict? name, Column column, ColumnSample? sample)
    {
        if (name is { Kind: { } named, Strength: > 0.5 } && named != PersonalKind.FreeText) return new ColumnVerdict(named, name.Strength, name.Why);
        if (sample is null || sample.Count == 0) return new ColumnVerdict(name?.Kind, 0.4, "no values to look at");
        var inside = ValueEvidence.Inside(sample).Where(found => found.Share >= Some).Select(found => found.Kind).ToList();
        var keys = Keys(column.Type, sample);
        var kinds = keys.Concat(inside).Distinct().Select(kind => PersonalKinds.Of(kind).Title).ToList();
        if (kinds.Count > 0) return new ColumnVerdict(PersonalKind.FreeText, 0.85, $"keys or values speak of: {string.Join(", ", kinds.Take(4))}");
        return new ColumnVerdict(null, 0.5, $"nothing personal in the keys and values of {sample.Values.Count} samples");
    }

    private static List<PersonalKind> Keys(ColumnType type, ColumnSample sample)
    {
        var kinds = new HashSet<PersonalKind>();
        foreach (var value in sample.Values)
        {
            if (type.Kind is TypeKind.Json or TypeKind.Text) AddKeys(value, kinds);
            else if (type.BaseName == HstorePairs.Type) kinds.UnionWith(HstorePairs.Read(value).Where(pair => !IsSetting(pair.Value)).Select(pair => Spoken(pair.Key)).OfType<PersonalKind>());
        }
        return [.. kinds.Order()];
    }

    // "email"=>"t" is a setting.
    private static bool IsSetting(string? value) => value is null or "" or "t" or "f" or "true" or "false";

    private static PersonalKind? Spoken(string key) => ColumnNames.Recognize("", key) is { Kind: { } kind, Strength: > 0.5, IsNumbered: false } && kind != PersonalKind.FreeText ? kind : null;

    private static void AddKeys(byte[] json, HashSet<PersonalKind> kinds)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        PersonalKind? spoken = null;
        try
        {
            while (reader.Read())
            {
                // {"email": true} is a setting.
                if (spoken is { } before && reader.TokenType is not (JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)) kinds.Add(before);
                spoken = null;
                if (reader.TokenType == JsonTokenType.PropertyName) spoken = Spoken(reader.GetString()!);
            }
        }
        catch (JsonException)
        {
            // A value that was cut for the sample: the keys before the cut count.
        }
        catch (InvalidOperationException)
        {
            // A key that is no UTF-8 text.
        }
        // Cut within its value.
        if (spoken is { } last) kinds.Add(last);
    }
}
