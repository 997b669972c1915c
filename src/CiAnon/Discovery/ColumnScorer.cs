using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Weighs a column's name, type, comment and sampled values. Values overrule names, in both directions.</summary>
public static class ColumnScorer
{
    // With fewer, values say nothing against a name.
    private const int FewestValues = 5;
    private const double Never = 0.05;

    private const double Perhaps = 0.55;
    private const double Certain = 0.75;

    // Partners and customers may be people and companies.
    private const double SomeCompanies = 0.3;

    public static ColumnVerdict Score(Table table, Column column, ColumnSample? sample)
    {
        var name = ColumnNames.Recognize(table.Name, column.Name, column.Comment);
        if (name?.Kind is { } kind && (!TypeFit.Fits(kind, column.Type) || (!name.Asks && column.Type.Kind != TypeKind.Text))) name = null;
        var verdict = Weigh(name, column, sample);
        if (sample is null || SampledPatterns.In(column, verdict.Kind ?? name?.Kind, sample) is not [var first, ..] seen) return verdict;
        return (verdict.Kind is null ? Overruled(verdict, first, sample) : verdict) with { Seen = seen };
    }

    // Whatever name and most values say: one value that looks personal is one too many to call the column nobody's.
    private static ColumnVerdict Overruled(ColumnVerdict verdict, SampledKind seen, ColumnSample sample) => new(PersonalKind.FreeText, seen.IsWord ? 0.6 : 0.6 + 0.35 * seen.Share,
        $"{verdict.Why}, but {Percent(seen.Share)} % of {sample.Values.Count} sampled values hold something like: {PersonalKinds.Of(seen.Kind).Title}");

    private static string Percent(double share) => share < 0.01 ? "below 1" : $"{share * 100:0}";

    private static ColumnVerdict Weigh(NameVerdict? name, Column column, ColumnSample? sample)
    {
        if (column.Type.Kind is TypeKind.Json or TypeKind.Array or TypeKind.Other) return ContainerScorer.Score(name, column, sample);
        if (column.Type.Kind == TypeKind.Network) return OfNetwork(column);
        if (sample is null || sample.Values.Count < FewestValues || !HasValuesToTell(column.Type.Kind)) return ByName(name, column, sample);

        var values = ValueEvidence.In(sample, name?.Kind, NameParts.Of(column.Name));
        if (values is not null && IsAboutPeople(values, name, column)) return ByValues(name, values, sample);
        if (name?.Kind is PersonalKind.Name && sample.Share(CompanyForms.Ends) >= SomeCompanies)
            return new ColumnVerdict(PersonalKind.Company, name.Strength, $"{name.Why}; values end as names of companies do");
        if (name?.Kind is PersonalKind.FreeText && TextScorer.IsProse(sample)) return new ColumnVerdict(PersonalKind.FreeText, 0.9, $"{name.Why}; sentences of up to {sample.MaxLength} bytes");
        if (name?.Kind is { } named) return Contradiction(named, name.Strength, sample) is { } but ? new ColumnVerdict(null, but.Confidence, $"{name.Why}, but {but.Why}") : ByName(name, column, sample);
        return TextScorer.Score(name, sample);
    }

    private static bool HasValuesToTell(TypeKind kind) => kind is TypeKind.Text or TypeKind.Integer or TypeKind.Decimal;

    // Numbers are full of digits that pass as something.
    private static bool IsAboutPeople(ValueEvidence values, NameVerdict? name, Column column) =>
        column.Type.Kind == TypeKind.Text ? values.IsDistinctive || name?.Kind is not null || name is null : values.Kind == name?.Kind;

    private static ColumnVerdict OfNetwork(Column column) => column.Type.BaseName.StartsWith("macaddr", StringComparison.Ordinal)
        ? new ColumnVerdict(PersonalKind.Device, 0.95, $"type {column.Type.Name}")
        : new ColumnVerdict(PersonalKind.Ip, 0.95, $"type {column.Type.Name}");

    private static ColumnVerdict ByName(NameVerdict? name, Column column, ColumnSample? sample)
    {
        var unseen = sample is null or { Count: 0 } ? "; no values to look at" : "";
        if (name is not null) return new ColumnVerdict(name.Kind, name.Strength, name.Why + unseen);
        return column.Type.Kind is TypeKind.Text or TypeKind.Binary
            ? new ColumnVerdict(null, 0.4, $"nothing in its name{unseen}")
            : new ColumnVerdict(null, 0.7, $"type {column.Type.Name}, and nothing in its name");
    }

    private static ColumnVerdict ByValues(NameVerdict? name, ValueEvidence values, ColumnSample sample)
    {
        if (name?.Kind == values.Kind) return new ColumnVerdict(values.Kind, 0.99, $"{name.Why}; {values.Phrase(sample)}");
        if (name?.Kind is { } named && IsName(named) && IsName(values.Kind))
            return new ColumnVerdict(name.Asks && name.Strength > 0.5 ? named : values.Kind, 0.95, $"{name.Why}; {values.Phrase(sample)}");
        var confidence = values.IsDistinctive ? 0.6 + 0.35 * values.Share : 0.35 + 0.35 * values.Share;
        if (name?.Kind is not null && !values.IsDistinctive && name.Strength > 0.5) return new ColumnVerdict(name.Kind, name.Strength, name.Why);
        return new ColumnVerdict(values.Kind, confidence, name is null ? values.Phrase(sample) : $"{values.Phrase(sample)}, whatever the name says ({name.Why})");
    }

    private static bool IsName(PersonalKind kind) => kind is PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName;

    // What values of a kind can't do without. Names and secrets may be written oddly: a person should look.
    private static (string Why, double Confidence)? Contradiction(PersonalKind kind, double strength, ColumnSample sample)
    {
        var (share, what) = kind switch
        {
            PersonalKind.Email => (sample.Share(value => value.AsSpan().Contains((byte)'@')), "an @"),
            PersonalKind.Phone => (sample.Share(value => Digits(value) >= 4), "enough digits"),
            PersonalKind.Ip => (sample.Share(value => Digits(value) > 0 && value.AsSpan().IndexOfAny((byte)'.', (byte)':') >= 0), "the dots or colons of one"),
            PersonalKind.Card or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.PostalCode
                => (sample.Share(value => Digits(value) > 0), "a digit"),
            PersonalKind.Location => (sample.Share(MayBePlace), "the look of coordinates"),
            PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName => (sample.Share(value => Digits(value) == 0), "no digit"),
            _ => (1d, ""),
        };
        if (share < Never) return ($"{share * 100:0} % of {sample.Values.Count} sampled values have {what}", IsName(kind) || kind == PersonalKind.Location ? Perhaps : Certain);
        if (kind == PersonalKind.Token && CodeShape.Of(sample, mayBePassword: strength > NameLexicon.Often) is { } shape) return ($"its values are {shape}", Perhaps);
        return sample.IsEnumLike && kind is PersonalKind.Token or PersonalKind.FreeText or PersonalKind.Username or PersonalKind.Device
            ? ($"{sample.Distinct} different values come again and again", Certain)
            : null;
    }

    // 52.5, 13,4, 52° 31′, POINT(13 52), 52; or a geohash: u33dc0.
    private static bool MayBePlace(byte[] value) => Digits(value) > 0
        && (value.AsSpan().IndexOfAny(". ,°("u8) >= 0 || Array.TrueForAll(value, one => char.IsAsciiDigit((char)one) || char.IsAsciiLetterLower((char)one))
            || (value[0] == '-' && Digits(value) == value.Length - 1));

    private static int Digits(byte[] value) => value.Count(one => one is >= (byte)'0' and <= (byte)'9');
}
