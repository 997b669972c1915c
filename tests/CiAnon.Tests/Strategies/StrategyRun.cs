using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Planning;
using CiAnon.Recognition.Names;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Text;

namespace CiAnon.Tests.Strategies;

/// <summary>Compiles and applies strategies the way the planner and the row transformer do.</summary>
internal static class StrategyRun
{
    public static readonly ColumnType Text = new("text", TypeKind.Text, "text");
    public static readonly ColumnType Smallint = new("smallint", TypeKind.Integer, "int2");
    public static readonly ColumnType Integer = new("integer", TypeKind.Integer, "int4");
    public static readonly ColumnType Bigint = new("bigint", TypeKind.Integer, "int8");
    public static readonly ColumnType Numeric = new("numeric", TypeKind.Decimal, "numeric");
    public static readonly ColumnType Double = new("double precision", TypeKind.Decimal, "float8");
    public static readonly ColumnType Date = new("date", TypeKind.Date, "date");
    public static readonly ColumnType Timestamp = new("timestamp with time zone", TypeKind.Timestamp, "timestamptz");
    public static readonly ColumnType Mood = new("mood", TypeKind.Enum, "mood");
    public static readonly IReadOnlyList<string> Moods = ["happy", "calm", "sad", "so-so"];
    public static readonly ColumnType Uuid = new("uuid", TypeKind.Uuid, "uuid");

    public static ColumnType Varchar(int length) => new($"character varying({length})", TypeKind.Text, "varchar", length);

    public static ColumnType NumericOf(int precision, int scale) =>
        new($"numeric({precision},{scale})", TypeKind.Decimal, "numeric", Precision: precision, Scale: scale);

    public static Compilation Compile(
        string strategy, ColumnType? type = null, string options = "", long distinct = 0, string locale = "en", bool ascii = false, byte key = 1,
        ulong[]? sequences = null, IProse? prose = null)
    {
        var definition = StrategyRegistry.Find(strategy)!;
        var given = options.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1]);
        Assert.Empty(StrategyOptions.Validate(definition, given));
        var runKey = RunKey.FromBase64(Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()), out _)!;
        return Compile(definition, new OptionValues(given), type ?? Text, distinct, sequences, locale);

        Compilation Compile(StrategyDefinition strategy, OptionValues values, ColumnType column, long unique, ulong[]? bounds, string language) =>
            strategy.Compile(new StrategyContext(column, values, runKey.Derive(strategy.Name + "/"), language, unique, ascii, bounds)
            {
                MayBePerson = TownNames.MayBePerson,
                KindOfPart = Classification.PersonalSign,
                Prose = prose ?? new RunProse(),
                Allowed = column.Kind == TypeKind.Enum ? Moods : null,
                Inside = (name, inside, inner, own) => Compile(StrategyRegistry.Find(name)!, inside, inner, 0, null, own ?? language),
            });
    }

    public static Mask Mask(
        string strategy, ColumnType? type = null, string options = "", long distinct = 0, string locale = "en", bool ascii = false, byte key = 1)
    {
        var compilation = Compile(strategy, type, options, distinct, locale, ascii, key);
        Assert.Null(compilation.Problem);
        return compilation.Mask!;
    }

    public static string Problem(
        string strategy, ColumnType? type = null, string options = "", long distinct = 0, string locale = "en", bool ascii = false)
    {
        var compilation = Compile(strategy, type, options, distinct, locale, ascii);
        Assert.Null(compilation.Mask);
        return compilation.Problem!;
    }

    public static byte[] Of(this Mask mask, ReadOnlySpan<byte> value)
    {
        var output = new MaskOutput();
        mask.Apply(value, output);
        return output.Written.ToArray();
    }

    public static string Of(this Mask mask, string value) => Encoding.UTF8.GetString(mask.Of(Encoding.UTF8.GetBytes(value)));

    /// <summary>A text of letters of several alphabets, digits, spaces and line breaks, 1 to <paramref name="longest"/> characters.</summary>
    public static string AnyText(Random random, int longest)
    {
        const string Alphabet = "abcdefgXYZ0123456789 .,-@äßéЖ中🙂\n";
        var runes = Alphabet.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
