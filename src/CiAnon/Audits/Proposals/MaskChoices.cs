using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Discovery.Shapes;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.People;
using CiAnon.Strategies.Places;
using CiAnon.Strategies.Text;

namespace CiAnon.Audits.Proposals;

/// <summary>Which strategies may fit a column, best first. The planner decides; the last one always fits, but where values look personal.</summary>
internal static class MaskChoices
{
    private const string Keep = "keep";

    // Fewer can be guessed by who knows some pairs (NIST SP 800-38G).
    private const int SafeDigits = 6;

    private const int DigitsOfYear = 4;

    private static readonly MaskChoice Reference =
        new(Keep, OptionValues.None.Given, "a random reference; leads to nobody without the row that it names", IsSecondBest: true);
    private static readonly MaskChoice Kept = new(Keep);
    private static readonly MaskChoice Text = new("text");
    private static readonly MaskChoice Prose = new("free_text", OptionValues.None.Given, "the text stays, but for what is recognized in it, and for what this run's columns say of people: `text` leaves nothing of it", IsSecondBest: true);
    private static readonly MaskChoice Hash = new("hash");
    private static readonly MaskChoice Number = new("digits");
    private static readonly MaskChoice Token = new("token");
    private static readonly MaskChoice SameShape = new("phone", ("format", "keep"));
    private static readonly MaskChoice Null = new("null");
    private static readonly MaskChoice Empty = new("empty");
    private static readonly MaskChoice Redact = new("redact");
    private static readonly MaskChoice Zero = new("constant", ("value", "0"));
    private static readonly MaskChoice Year = new("date", ("truncate", "year"));
    private static readonly MaskChoice Month = new("noise", ("range", "30 days"));
    private static readonly MaskChoice TenPercent = new("noise", ("range", "10%"));
    private static readonly MaskChoice Near = new("coordinates", ("radius", "1 km"));
    private static readonly MaskChoice NearInLongitude = new("coordinates", ("radius", "1 km"), ("axis", "longitude"));
    private static readonly HashSet<string> Longitudes = ["lon", "lng", "long", "longitude"];
    private static readonly HashSet<string> Latitudes = ["lat", "latitude"];
    private static readonly HashSet<string> Agents = ["agent", "useragent", "ua"];

    private static readonly HashSet<string> Hosts = ["domain", "domains", "host", "hosts", "hostname", "fqdn"];

    private static readonly HashSet<string> BankCodes = ["bic", "swift"];

    public static IReadOnlyList<MaskChoice> For(ColumnCase column)
    {
        var choices = Fitting(column).ToList();
        // With a seed of its own, a column shares neither pseudonyms nor their length with others.
        var seeded = choices.SelectMany(choice => StrategyRegistry.Find(choice.Strategy)!.Options.Any(option => option.Name == "seed")
            ? new[] { choice, choice with { Options = new Dictionary<string, string>(choice.Options) { ["seed"] = $"{column.Table.FullName}.{column.Column.Name}" } } }
            : [choice]);
        return [.. column.Coherent is { } coherent ? [coherent] : Array.Empty<MaskChoice>(), .. seeded, .. Last(column)];
    }

    private static MaskChoice[] Fitting(ColumnCase column) => column.Column.Type.Kind switch
    {
        _ when column.Column.AllowedValues is [var value, ..] => [Null, new MaskChoice("constant", ("value", value)) with { IsSecondBest = true }],
        // Where the column has room for longer pseudonyms.
        TypeKind.Text when column is { Verdict.Kind: PersonalKind.FreeText, IsUnique: false, Column.Type.MaxLength: null } && JsonText.Is(column.Sample) && JsonChoice.Of(column) is { } paths => [paths, Text, Hash],
        TypeKind.Text => column.Verdict.Kind is { } kind ? ForText(kind, column) : ForPlainText(column),
        TypeKind.Integer or TypeKind.Decimal => ForNumber(column),
        TypeKind.Date or TypeKind.Timestamp => ForDate(column),
        TypeKind.Boolean => [new MaskChoice("constant", ("value", "false"))],
        TypeKind.Uuid => IsReference(column) ? [Reference] : [Hash],
        TypeKind.Network => [new(column.Column.Type.BaseName.StartsWith("macaddr", StringComparison.Ordinal) ? "mac" : "ip"), new MaskChoice("constant", ("value", column.Column.Type.BaseName switch { "macaddr" => "00:00:00:00:00:00", "macaddr8" => "00:00:00:00:00:00:00:00", _ => "0.0.0.0" }))],
        TypeKind.Json when column.Verdict.Kind is not null && JsonChoice.Of(column) is { } paths => [paths, Empty],
        TypeKind.Array when column.Column.Type.ElementKind == TypeKind.Text && Each(column) is { } each => [new("array", ("each", each)), Empty],
        TypeKind.Json or TypeKind.Array or TypeKind.Binary => [Empty],
        TypeKind.Other when ColumnScorer.IsRange(column.Column.Type) && column.Verdict is { Kind: null, IsSure: true } =>
            column.IsAboutPeople ? [Empty with { IsSecondBest = true, Why = "the table is about people" }] : [Kept],
        // The type says that they are points, where no row does.
        TypeKind.Other when SpatialType.Of(column.Column.Type) is { Shape: not null, MayBePoints: true } && column.Sample is null or { Count: 0 } && SampleFit.Fits(Near, column.Column.Type) => [Near, Null],
        TypeKind.Other when column.Verdict.Kind is not null && HstoreChoice.Of(column) is { } keys => [keys, Empty, Null],
        TypeKind.Other when CompositeChoice.Of(column) is { } fields => [fields, Empty, Null],
        TypeKind.Other => [.. IfTaken(column, Near), Empty, Null],
        _ => [],
    };

    // What every element of an array becomes.
    private static string? Each(ColumnCase column) => column.Verdict.Kind switch
    {
        PersonalKind.Email => PathsOption.Text(InnerChoice.Rule("each", column.Email).Inner!),
        PersonalKind.Phone => Each("phone"),
        PersonalKind.Name => Each("name"),
        PersonalKind.FirstName => Each("first_name"),
        PersonalKind.LastName => Each("last_name"),
        PersonalKind.Username => Each("username"),
        _ => null,
    };

    private static string Each(string strategy) => PathsOption.Text(InnerChoice.Rule("each", strategy).Inner!);

    private static IEnumerable<MaskChoice> IfTaken(ColumnCase column, params MaskChoice[] choices) => choices.Where(choice => SampleFit.Takes(choice, column.Column.Type, column.Sample));

    // session_id names a row of sessions: masked here and not there, it would be a leak there.
    private static bool IsReference(ColumnCase column) =>
        column.Verdict.Kind == PersonalKind.Token && column.Column.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase);

    private static MaskChoice[] ForText(PersonalKind kind, ColumnCase column) => kind switch
    {
        // Where the column has no room for what others have.
        PersonalKind.Email => column.Email == ColumnCase.AnyEmail ? [column.Email, Hash] : [column.Email, ColumnCase.AnyEmail, Hash],
        // What a CHECK says of numbers, those of the same shape fulfil most likely; and where a country keeps none for fiction, they stay its numbers.
        PersonalKind.Phone when !FictionalNumbers.HasOwn(column.Locale) && column.Sample is null or { Count: 0 } => [SameShape with { Why = "no row was there to look at" }, new("phone"), Hash],
        PersonalKind.Phone when column.IsConstrained || !FictionalNumbers.HasOwn(column.Locale) => [.. WithDigits(column, SameShape), new("phone"), Hash],
        PersonalKind.Phone => [new("phone"), .. WithDigits(column, SameShape), Hash],
        PersonalKind.Name => [new("name"), Hash],
        PersonalKind.FirstName => [new("first_name"), Hash],
        PersonalKind.LastName => [new("last_name"), Hash],
        PersonalKind.Address => [new("address"), Text, Hash],
        PersonalKind.City => [new("city"), Text, Hash],
        PersonalKind.Company => [new("company"), Text, Hash],
        PersonalKind.Account when NameParts.Of(column.Column.Name).Any(BankCodes.Contains) => [.. IfTaken(column, new MaskChoice("iban", ("part", "bic"))), Hash, Text],
        PersonalKind.Account => [.. IfTaken(column, new MaskChoice("iban")), .. WithDigits(column, Number), Hash, Text],
        PersonalKind.Card => [.. IfTaken(column, new MaskChoice("card")), .. WithDigits(column, Number), Hash, Text],
        PersonalKind.RecordNumber when column.Sample is { Count: > 0 } && !Share(column, value => Digits(value) >= SafeDigits) => [Hash, .. WithDigits(column, Number), Text],
        PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.PostalCode => [.. WithDigits(column, Number), Hash, Text],
        PersonalKind.Username => [new("username"), Hash, Redact, Text],
        PersonalKind.Token => [.. IfTaken(column, new MaskChoice("password")), new("token"), Hash, Redact, Text],
        PersonalKind.Ip => [.. IfTaken(column, new MaskChoice("ip")), Hash, Redact, Text],
        PersonalKind.Device => [.. IfTaken(column, new MaskChoice("mac")), .. NamesAgents(column) ? [new MaskChoice("user_agent")] : Array.Empty<MaskChoice>(), Hash, Redact, Text],
        PersonalKind.Location => [.. IfTaken(column, Near), .. column.IsConstrained ? [Null] : new[] { Null, Redact, Text, Hash }],
        // What its parts say of somebody, each of them hides.
        PersonalKind.FreeText when !column.IsUnique && column.Sample is { Count: > 0 } && Share(column, IsUrl) => [.. IfTaken(column, new MaskChoice("url")), Text, Hash],
        PersonalKind.FreeText => IsReadable(column) ? [Prose, Text, Hash] : [Text, Hash],
        // A category in a text: another word would look like another finding.
        _ => column.IsConstrained ? [Null] : [Null, Redact, Text, Hash],
    };

    // Sentences in which all that looks personal can be replaced.
    private static bool IsReadable(ColumnCase column) => column.Sample is { } sample && TextScorer.IsProse(sample) && column.Verdict.Seen is { Count: > 0 } seen
        && seen.All(one => one.Kind == PersonalKind.Email || FreeTextStrategy.Definition.Inserts.Contains(one.Kind));

    private static IEnumerable<MaskChoice> WithDigits(ColumnCase column, MaskChoice choice) =>
        column.Sample is { Count: > 0, WithoutDigit: 0 } ? [IsLettered(column.Sample!) ? Token : choice] : [];

    // Letters that stay beside digits that don't: half of a hash of an address still tells whose it is, and half of a codice fiscale is the name.
    public static bool IsLettered(ColumnSample sample) => sample.Share(value => value.Count(one => char.IsAsciiLetter((char)one)) * 2 > Digits(value)) >= 0.5;

    private static MaskChoice[] ForPlainText(ColumnCase column)
    {
        if (column.Verdict.IsSure) return [Kept];
        if (NamesAgents(column) && !column.IsUnique) return [new("user_agent"), Text, Hash];
        if (column.Sample is { Count: > 0 } && Share(column, IsUrl) && IfTaken(column, new MaskChoice("url")).Any()) return column.IsUnique ? [Hash, Text] : [new("url"), Hash, Text];
        if (NameParts.Of(column.Column.Name).Any(Hosts.Contains) && column.Sample is { Count: > 0 } && Share(column, IsHost)) return [new("domain"), Hash, Text];
        if (column.Sample is { Count: > 0 } && Share(column, IsHex)) return [Token, Hash, Text];
        if (IsRecordNumber(column) && !IsLettered(column.Sample!)) return Share(column, value => Digits(value) >= SafeDigits) ? [Number, Hash, Text] : [Hash, Number, Text];
        if (CodeChoice.Of(column.Column.Name, column.Sample) is { } code) return [code, Hash, Text];
        return column.IsUnique ? [Hash, Text] : [Text, Hash];
    }

    // A digest, or a UUID in a text.
    private static bool IsHex(byte[] value) => value.Length >= 16 && value.Any(one => char.IsAsciiLetter((char)one)) && Array.TrueForAll(value, one => char.IsAsciiHexDigit((char)one) || one == '-');

    private static bool IsHost(byte[] value) => value.Contains((byte)'.') && Array.TrueForAll(value, one => char.IsAsciiLetterOrDigit((char)one) || one is (byte)'.' or (byte)'-');

    private static bool IsUrl(byte[] value) => value.AsSpan().StartsWith("https://"u8) || value.AsSpan().StartsWith("http://"u8);

    private static bool NamesAgents(ColumnCase column) => NameParts.Of(column.Column.Name) is [.., var last] && Agents.Contains(last);

    // Invoices, customers, patients: a run of digits in a shape of its own.
    private static bool IsRecordNumber(ColumnCase column) =>
        column.Sample is { Count: > 0, WithoutDigit: 0, MaxLength: <= 40 } && Share(column, value => !value.Contains((byte)' ') && Digits(value) >= 3);

    private static bool Share(ColumnCase column, Func<byte[], bool> condition) => column.Sample!.Share(condition) >= 0.95;

    private static int Digits(byte[] value) => value.Count(one => one is >= (byte)'0' and <= (byte)'9');

    private static MaskChoice[] ForNumber(ColumnCase column) => column.Verdict.Kind switch
    {
        null => [Kept],
        PersonalKind.BirthDate or PersonalKind.Card when !column.IsUnique && DatePart.Of(column) is { } part => [part, Null, Zero],
        // 19800131, or seconds: a little noise leaves the day.
        PersonalKind.BirthDate when column.Sample is { Count: > 0 } sample && sample.Share(value => Digits(value) > DigitsOfYear) > 0 => [Null, Zero],
        PersonalKind.BirthDate => [new("noise", ("range", "3")), Zero],
        PersonalKind.Location => [.. IfTaken(column, Axis(column)), new("noise", ("range", "0.05")), new("noise", ("range", "1")), Zero],
        PersonalKind.Income or PersonalKind.Special => [TenPercent, Null, Zero],
        _ when column.Column.Type.Kind == TypeKind.Integer => [Number, Null, Zero],
        _ => [Null, Zero],
    };

    private static MaskChoice[] Axis(ColumnCase column)
    {
        var words = NameParts.Of(column.Column.Name);
        return words.Any(Longitudes.Contains) ? [NearInLongitude] : words.Any(Latitudes.Contains) ? [Near] : [];
    }

    private static MaskChoice[] ForDate(ColumnCase column) => column.Verdict.Kind switch
    {
        not null => [Year, Month],
        null when column.Column.Type.Kind == TypeKind.Date && column.IsAboutPeople => [Month with { IsSecondBest = true, Why = "the table is about people" }, Year],
        _ => [Kept],
    };

    private static IEnumerable<MaskChoice> Last(ColumnCase column)
    {
        if (column.Verdict is { IsSure: true, Kind: null }) yield return Kept;
        if (!column.Column.NotNull) yield return Null with { IsSecondBest = true, Why = "no strategy for it fits" };
        // What looks personal has no proposal then, and a run stops until somebody decides.
        if (column.Verdict.Seen.Count == 0) yield return new MaskChoice(Keep, OptionValues.None.Given, "no strategy fits; decide what to do with it", IsSecondBest: true);
    }
}
