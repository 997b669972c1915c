using CiAnon.Catalogs;
using CiAnon.Discovery.Lexicon;
using CiAnon.Discovery.Shapes;
using CiAnon.Recognition;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Weighs a column's name, type, comment and sampled values. Values overrule names, in both directions.</summary>
public static class ColumnScorer
{
    // With fewer, values say nothing against a name.
    private const int FewestValues = 5;
    private const double Never = 0.05;

    // What stands in nearly all values is what the column holds.
    private const double Nearly = 0.9;

    private const double ToLookAt = 0.6;
    private const double Perhaps = 0.55;
    private const double Amount = 0.8;
    private const double Certain = 0.75;

    // Partners and customers may be people and companies.
    private const double SomeCompanies = 0.3;
    // Brands and bands are called like people; where half of a table of things is, it may be people's.
    private const double SomeOfMany = 0.5;
    private const double MostCompanies = 0.6;
    // Of texts that all have a full name's shape, that many known ones say that they are.
    private const double SomeFull = 0.1;
    private const double Unsure = 0.5;
    private const double SomeNames = 0.15;
    private const double MostNames = 0.8;

    public static ColumnVerdict Score(Table table, Column column, ColumnSample? sample)
    {
        var told = DomainName.Told(ColumnNames.Recognize(table, column), column.Type);
        if (told?.Kind is { } number && TypeFit.IsAmount(number, column.Type)) return new ColumnVerdict(null, Amount, $"{told.Why}, but type {column.Type.Name} is an amount's");
        var name = Applied(told, column, sample);
        if (name?.Kind is { } kind && ((!TypeFit.Fits(kind, column.Type) && !((name.IsHouseNumber || name.IsForeignId) && column.Type.Kind == TypeKind.Integer)) || (!name.Asks && column.Type.Kind != TypeKind.Text))) name = null;
        var verdict = Weigh(name, column, sample);
        // Words that come again and again are diagnoses here: a person looks.
        if (verdict is { Kind: null, IsSure: true } && name?.Kind is null && column.Type.Kind is TypeKind.Text or TypeKind.Enum && HealthTables.Contains(table.Name))
            verdict = verdict with { Confidence = ToLookAt, Why = $"{verdict.Why}; in a table about health" };
        if (verdict is { Kind: null, IsSure: true } && IsTellingOfPeople(told, table, column)) verdict = verdict with { Confidence = ToLookAt, Why = $"{verdict.Why}; in a table of people" };
        if (verdict is { Kind: null, IsSure: true } && told is null && IsUnreadOfPeople(table, column, sample)) verdict = verdict with { Confidence = ToLookAt, Why = $"{verdict.Why}; nothing in its name is a known word, in a table of people" };
        if (sample is null || SampledPatterns.In(column, verdict.Kind ?? name?.Kind, sample) is not [var first, ..] seen) return verdict;
        return (verdict.Kind is null ? Overruled(verdict, first, sample) : verdict) with { Seen = seen };
    }

    // Coded or in few words, and somebody's all the same: gender_id, deceased_reason.
    private static bool IsTellingOfPeople(NameVerdict? told, Table table, Column column) => told is { IsCoded: true }
        || told is { Kind: PersonalKind.FreeText or PersonalKind.Special or PersonalKind.Gender or PersonalKind.Company } && column.Type.Kind is TypeKind.Text or TypeKind.Enum && (ColumnNames.IsAboutPeople(table.Name) || HealthTables.Contains(table.Name) || TableContext.Of(table).IsOfPeople);

    // Words or a day of somebody, and no word of the name is known: nobody can say that they are nobody's.
    private static bool IsUnreadOfPeople(Table table, Column column, ColumnSample? sample) =>
        (column.Type.Kind is TypeKind.Date && !TableContext.Of(table).HasBirths || column.Type.Kind is TypeKind.Text && sample is not null && sample.Share(IsWord) >= Nearly)
        && (ColumnNames.IsAboutPeople(table.Name) || TableContext.Of(table).IsOfPeople) && !ColumnNames.IsRead(TableContext.Of(table).Bare(column.Name));

    private static bool IsWord(byte[] value) => value.Length > 1 && Digits(value) == 0 && value.AsSpan().IndexOfAny("_{[<"u8) < 0 && !(value.Length <= 3 && value[0] < 0x80);

    // What counts in some columns only.
    private static NameVerdict? Applied(NameVerdict? name, Column column, ColumnSample? sample)
    {
        if (name is null) return null;
        // What is drawn at random under a token's word is one, and no fact about it.
        if (name is { FactOf: PersonalKind.Token } && column.Type.Kind == TypeKind.Text && sample is not null && RandomShape.Is(sample) && !RandomShape.IsKeys(sample))
            return name with { Kind = PersonalKind.Token, Strength = NameLexicon.Strong, FactOf = null, Why = $"{name.Why}, but values are drawn at random" };
        if (name.IsOfJson && column.Type.Kind == TypeKind.Json) return name;
        // A uuid is drawn at random whatever it stands for; nobody sees whether it opens something.
        if (name is { Kind: PersonalKind.Token, IsRandom: true } && column.Type.Kind == TypeKind.Uuid) return name with { Strength = NameLexicon.Often };
        if (name.IsOfText && !(name.IsForeignId && column.Type.Kind == TypeKind.Integer) && column.Type.Kind is not (TypeKind.Text or TypeKind.Binary)) return null;
        if (sample is null || sample.Values.Count < FewestValues) return name is { IsRandom: true, Asks: false } or { IsNumbered: true, IsOfText: true } ? null : name;
        if (name.IsNumbered && !RecordShape.Is(sample)) return null;
        if (name.MayBeLogin && !RecordShape.Is(sample) && !RandomShape.IsKeys(sample)) return name with { Kind = PersonalKind.Username };
        if (name.MayBeKey && RandomShape.IsKeys(sample)) return null;
        if (!name.IsRandom) return name;
        return RandomShape.Is(sample) ? name with { Strength = NameLexicon.Strong } : null;
    }

    // Whatever name and most values say: one value that looks personal is one too many to call the column nobody's.
    // Words that are names and much else leave it open whose it is: a person looks.
    private static ColumnVerdict Overruled(ColumnVerdict verdict, SampledKind seen, ColumnSample sample) => new(seen.IsWord ? null : seen is { Kind: PersonalKind.Name, Share: >= SomeFull } && FullNameShape.Is(sample) ? seen.Kind : seen is { Kind: PersonalKind.Address, Share: >= Nearly } ? seen.Kind : PersonalKind.FreeText, seen.IsWord || seen.Kind == PersonalKind.Name && verdict.Confidence >= Certain && seen.Share < SomeOfMany ? ToLookAt : ToLookAt + 0.35 * seen.Share,
        $"{verdict.Why}, but {Percent(seen.Share)} % of {sample.Values.Count} sampled values hold something like: {PersonalKinds.Of(seen.Kind).Title}");

    private static string Percent(double share) => share < 0.01 ? "below 1" : $"{share * 100:0}";

    private static ColumnVerdict Weigh(NameVerdict? name, Column column, ColumnSample? sample)
    {
        if (IsRange(column.Type) && name is null) return new ColumnVerdict(null, 0.7, $"type {column.Type.Name}, and nothing in its name");
        if (column.Type.Kind is TypeKind.Json or TypeKind.Array or TypeKind.Other) return ContainerScorer.Score(name, column, sample);
        if (column.Type.Kind == TypeKind.Text && name?.Kind != PersonalKind.Token && JsonText.Is(sample) && ContainerScorer.Score(null, column, sample) is { Kind: not null } inside) return inside with { Why = $"JSON, {inside.Why}" };
        if (column.Type.Kind == TypeKind.Network) return OfNetwork(column);
        if (sample is null || sample.Values.Count < FewestValues || !HasValuesToTell(column.Type.Kind)) return ByName(name, column, sample);

        var values = ValueEvidence.In(sample, name?.Kind, NameParts.Of(column.Name));
        // Bare digits that no name calls phone numbers are as well any others.
        if (values is { Kind: PersonalKind.Phone } && name?.Kind is null && name?.FactOf != PersonalKind.Phone && sample.Share(IsBareNumber) >= Nearly) values = null;
        if (values is not null && values.Kind == name?.FactOf) return ByValues(null, values, sample);
        if (name?.Kind is PersonalKind.Address && sample.Share(HoldsEmail) >= Nearly) return new ColumnVerdict(PersonalKind.Email, 0.9, $"{name.Why}, and its values hold e-mail addresses");
        if (values is not null && IsAboutPeople(values, name, column)) return ByValues(name, values, sample);
        if ((name is null || name.Kind is null or PersonalKind.Name or PersonalKind.Username) && HandleShape.Is(sample)) return new ColumnVerdict(PersonalKind.Username, 0.9, "its values are written as people are called: @somebody");
        if (MailHeaders.Is(column.Name, sample)) return new ColumnVerdict(PersonalKind.Email, 0.9, "its name is a header of messages, and its values hold e-mail addresses");
        if (name?.Kind is null && column.Type.Kind == TypeKind.Text && GenderWords.AreOfBoth(sample)) return new ColumnVerdict(PersonalKind.Gender, 0.9, "its values say man or woman");
        if (name?.Kind is null && GenderWords.AreTitles(sample)) return new ColumnVerdict(PersonalKind.Gender, 0.9, "its values are titles of men and women");
        if (name is { Kind: null } && NameContext.BareNames.Contains(NameParts.Of(column.Name) is [.., var last] ? last : "") && sample.Share(CompanyForms.Ends) >= MostCompanies)
            return new ColumnVerdict(PersonalKind.Company, 0.9, $"{name.Why}, but values end as names of companies do");
        if (name?.Kind is PersonalKind.Name && sample.Share(CompanyForms.Ends) >= SomeCompanies)
            return new ColumnVerdict(PersonalKind.Company, name.Strength, $"{name.Why}; values end as names of companies do");
        if (name?.Kind is PersonalKind.FreeText && TextScorer.IsProse(sample)) return new ColumnVerdict(PersonalKind.FreeText, 0.9, $"{name.Why}; sentences of up to {sample.MaxLength} bytes");
        // A few user names in many rows are a few people's.
        if (name?.Kind is PersonalKind.Username && sample.IsEnumLike) return new ColumnVerdict(PersonalKind.Username, Unsure, $"{name.Why}; {sample.Again}");
        if (name?.Kind is { } named) return Contradiction(named, name.Strength, sample, name.IsOfPlace) is { } but ? new ColumnVerdict(null, but.Confidence, $"{name.Why}, but {but.Why}") : ByName(name, column, sample);
        if (name is { IsPublished: true } && !sample.IsEnumLike) return new ColumnVerdict(null, Unsure, name.Why);
        return TextScorer.Score(name, sample);
    }

    /// <summary>From a moment or number to another.</summary>
    internal static bool IsRange(ColumnType type) => type.BaseName is "daterange" or "tsrange" or "tstzrange" or "int4range" or "int8range" or "numrange"
        or "datemultirange" or "tsmultirange" or "tstzmultirange" or "int4multirange" or "int8multirange" or "nummultirange";

    private static bool HasValuesToTell(TypeKind kind) => kind is TypeKind.Text or TypeKind.Integer or TypeKind.Decimal;

    // Numbers are full of digits that pass as something.
    private static bool IsAboutPeople(ValueEvidence values, NameVerdict? name, Column column) =>
        column.Type.Kind == TypeKind.Text ? values.IsDistinctive || values.Kind == PersonalKind.Name || name?.Kind is not null || name is null : values.Kind == name?.Kind;

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
            return new ColumnVerdict(name.Asks && name.Strength > 0.5 && !(values is { Kind: PersonalKind.Name, Share: >= MostNames }) ? named : values.Kind, 0.95, $"{name.Why}; {values.Phrase(sample)}");
        // created_by may name or call a person.
        if (name?.Kind == PersonalKind.Username && values.Kind == PersonalKind.Name) return new ColumnVerdict(values.Kind, 0.9, $"{name.Why}; {values.Phrase(sample)}");
        var confidence = values.IsDistinctive ? 0.6 + 0.35 * values.Share : 0.35 + 0.35 * values.Share;
        if (name?.Kind is { } said && !values.IsDistinctive && name.Strength > 0.5 && (said != PersonalKind.Email || Contradiction(said, name.Strength, sample) is null)) return new ColumnVerdict(said, name.Strength, name.Why);
        return new ColumnVerdict(values.Kind, confidence, name is null ? values.Phrase(sample) : $"{values.Phrase(sample)}, whatever the name says ({name.Why})");
    }

    private static bool IsName(PersonalKind kind) => kind is PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName;

    // What values of a kind can't do without. Names and secrets may be written oddly: a person should look.
    private static (string Why, double Confidence)? Contradiction(PersonalKind kind, double strength, ColumnSample sample, bool isOfPlace = false)
    {
        var (share, what) = kind switch
        {
            PersonalKind.Email => (sample.Share(value => value.AsSpan().Contains((byte)'@')), "an @"),
            PersonalKind.Phone => (sample.Share(value => Digits(value) >= 4), "enough digits"),
            PersonalKind.Ip => (sample.Share(IsOrHoldsIp), "one in them"),
            PersonalKind.Account => (sample.Share(value => value.Length > 3 && Digits(value) > 0), "digits enough"),
            PersonalKind.Card or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.PostalCode
                => (sample.Share(value => Digits(value) > 0), "a digit"),
            PersonalKind.Location => (sample.Share(MayBePlace), "the look of coordinates"),
            PersonalKind.Name or PersonalKind.FirstName or PersonalKind.LastName => (sample.Share(value => Digits(value) == 0), "no digit"),
            _ => (1d, ""),
        };
        if (kind is PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account && sample.Share(IsAmount) >= Nearly) return ("its values are amounts", Certain);
        if (share < Never) return ($"{share * 100:0} % of {sample.Values.Count} sampled values have {what}", IsName(kind) || kind is PersonalKind.Location or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account || RandomShape.Is(sample) ? Perhaps : Certain);
        if (IsName(kind) && (strength <= ColumnNames.Doubtful || (sample.IsEnumLike && (strength < NameLexicon.Strong || IsInSmallLetters(kind, sample)))) && sample.Share(IsNameLike) < SomeNames)
            return (sample.IsEnumLike ? $"{sample.Again}, and hardly one is a known name" : "hardly one value is a known name", strength <= ColumnNames.Doubtful ? Unsure : Perhaps);
        if (kind == PersonalKind.Gender && sample.IsEnumLike && sample.Share(GenderWords.Contains) < SomeNames) return ("its values say nothing of men and women", Perhaps);
        if (sample.IsEnumLike && !isOfPlace && strength <= NameLexicon.Often && kind is PersonalKind.Address or PersonalKind.Location or PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Account or PersonalKind.Card or PersonalKind.PostalCode)
            return (sample.Again, Perhaps);
        if (kind == PersonalKind.Token && CodeShape.Of(sample, mayBePassword: strength > NameLexicon.Often) is { } shape) return ($"its values are {shape}", Perhaps);
        if (sample.IsEnumLike && kind == PersonalKind.FreeText && NamesAmongWords.Are(sample)) return ($"{sample.Again}, and some hold words that are names", Perhaps);
        return sample.IsEnumLike && kind is PersonalKind.Token or PersonalKind.FreeText or PersonalKind.Device
            ? (sample.Again, kind == PersonalKind.Token && strength > NameLexicon.Often ? Perhaps : Certain)
            : null;
    }

    // With eleven digits a country's code may stand in front.
    private static bool IsBareNumber(byte[] value) => value.Length is > 0 and < 11 && value[0] is >= (byte)'1' and <= (byte)'9' && Digits(value) == value.Length;

    private static bool HoldsEmail(byte[] value)
    {
        foreach (var recognizer in Recognizers.All)
            if (recognizer.Kind == PersonalKind.Email && recognizer.Count(value) > 0) return true;
        return false;
    }

    private static bool IsOrHoldsIp(byte[] value)
    {
        foreach (var recognizer in Recognizers.All)
            if (recognizer.Kind == PersonalKind.Ip && (recognizer.IsWhole(value) || recognizer.Count(value) > 0)) return true;
        return false;
    }

    private static bool IsNameLike(byte[] value)
    {
        foreach (var recognizer in Recognizers.All)
            if (IsName(recognizer.Kind) && (recognizer.IsWhole(value) || recognizer.Count(value) > 0)) return true;
        return false;
    }

    // Which only a last name's particle is: van, de la.
    private static bool IsInSmallLetters(PersonalKind kind, ColumnSample sample) => kind != PersonalKind.LastName && sample.Share(IsCapitalized) == 0;

    // Or in letters that have no others.
    private static bool IsCapitalized(byte[] value) => value.AsSpan().ContainsAnyInRange((byte)'A', (byte)'Z') || Array.Exists(value, static one => one >= 0x80);

    // 52.5, 13,4, 52° 31′, POINT(13 52), 52; or a geohash: u33dc0.
    private static bool MayBePlace(byte[] value) => Digits(value) > 0
        && (value.AsSpan().IndexOfAny(". ,°("u8) >= 0 || Array.TrueForAll(value, one => char.IsAsciiDigit((char)one) || char.IsAsciiLetterLower((char)one))
            || (value[0] == '-' && Digits(value) == value.Length - 1));

    // 12.50, -3.00
    private static bool IsAmount(byte[] value) => value.Length > 3 && value.AsSpan()[^3..] is [(byte)'.' or (byte)',', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9'] && Digits(value) + (value[0] == '-' ? 1 : 0) == value.Length - 1;

    private static int Digits(byte[] value) => value.Count(one => one is >= (byte)'0' and <= (byte)'9');
}
