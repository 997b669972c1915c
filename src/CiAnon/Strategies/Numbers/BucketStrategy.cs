using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Numbers;

/// <summary>Numbers and dates made coarser: the range that they fall into.</summary>
public static class BucketStrategy
{
    private static readonly OptionDefinition Size = new("size", OptionType.Text,
        "how wide every range is: a number such as 10 or 0.5, counted from 0; day, week, month, quarter, year or decade for dates");

    private static readonly OptionDefinition Bounds = new("bounds", OptionType.List,
        "where ranges begin, rising: [0, 18, 30, 65]; what lies below the first belongs to the first");

    private static readonly OptionDefinition Labels = new("labels", OptionType.List,
        "what is written instead of a range, one for each of the bounds; for text columns");

    public static readonly StrategyDefinition Definition = new(
        "bucket",
        "generalizes a number, date or timestamp to the lower bound of a range; in text columns, numbers to the range itself or its label",
        TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp | TypeKind.Text,
        [Size, Bounds, Labels],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "the lower bound, which a few values are already; in text columns '30-39', '65+' or a label; infinity and NaN stay", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Name, PersonalKind.City, PersonalKind.Company]),
        new StrategyExample("37", "30", new Dictionary<string, string> { ["size"] = "10" }, TypeKind.Integer),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var (size, bounds, labels) = (context.Options[Size], context.Options.List(Bounds), context.Options.List(Labels));
        if (size is null == bounds.Count is 0) return Compilation.DoesNotFit("needs either 'size' or 'bounds'");
        if (context.Type.BaseName == "money") return Compilation.DoesNotFit($"can't read {context.Type.Name}, whose text depends on the server's locale; use 'constant'");
        if (labels.Count > 0 && (labels.Count != bounds.Count || context.Type.Kind != TypeKind.Text))
            return Compilation.DoesNotFit("takes labels in text columns only, one for each of the bounds");
        foreach (var label in labels)
            if (Literal.Problem(label, context) is { } problem) return Compilation.DoesNotFit(problem);
        if (context.Type.Kind is TypeKind.Date or TypeKind.Timestamp) return Dates(context, size);

        var starts = bounds.Select(Number).ToList();
        if (starts.Contains(null)) return Compilation.DoesNotFit("has a bound that is no number");
        for (var i = 1; i < starts.Count; i++)
            if (starts[i] <= starts[i - 1]) return Compilation.DoesNotFit("has bounds that don't rise");
        if (size is not null && Number(size) is not > 0) return Compilation.DoesNotFit("needs a size that is a number above 0");
        if (context.Type.Kind == TypeKind.Integer && starts.Append(size is null ? 1 : Number(size)).Any(number => decimal.Truncate(number!.Value) != number))
            return Compilation.DoesNotFit("has ranges that don't begin at whole numbers");
        var decimals = starts.Append(size is null ? 0 : Number(size)).Max(number => (number!.Value / 1.0000000000000000000m).Scale);
        if (decimals > FixedPoint.MostDecimals) return Compilation.DoesNotFit($"has ranges of more than {FixedPoint.MostDecimals} decimals");
        var point = new FixedPoint(decimals);
        if (starts.Append(size is null ? 0 : Number(size)).Any(number => Math.Abs(number!.Value) >= (decimal)Math.Pow(10, point.MostDigits))) return Compilation.DoesNotFit($"has ranges of more than {point.MostDigits} digits before their point");
        return new BucketMask(point, size is null ? null : point.Of(Number(size)!.Value), [.. starts.Select(start => point.Of(start!.Value))], [.. labels.Select(Encoding.UTF8.GetBytes)], context.Type);
    }

    private static Compilation Dates(StrategyContext context, string? size)
    {
        if (!Enum.TryParse<DateBucket>(size, ignoreCase: true, out var bucket) || !Enum.IsDefined(bucket) || char.IsDigit(size![0]))
            return Compilation.DoesNotFit("needs the size day, week, month, quarter, year or decade");
        return new DateBucketMask(bucket, context.Type.Kind == TypeKind.Timestamp);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m ? number : null;
}
