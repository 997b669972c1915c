using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CiAnon.Catalogs;
using CiAnon.Strategies.Numbers;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Fixed;

/// <summary>Whether a text is one that PostgreSQL takes for a type, as far as that can be said without asking it.</summary>
internal static class ConstantCheck
{
    private static readonly string[] Booleans = ["t", "f", "true", "false", "y", "n", "yes", "no", "on", "off", "1", "0"];

    /// <summary>A phrase that continues "which ", or null when nothing speaks against the value.</summary>
    public static string? Problem(string value, ColumnType type) => type.Kind switch
    {
        TypeKind.Integer => IntegerProblem(value, type),
        TypeKind.Decimal => DecimalProblem(value, type),
        TypeKind.Boolean => Unless(Booleans.Contains(value.ToLowerInvariant()), "is not true or false"),
        TypeKind.Date => Unless(IsDate(value, withTime: false), "is not a date like 2000-12-31"),
        TypeKind.Timestamp => Unless(IsDate(value, withTime: true), "is not a timestamp like 2000-12-31 23:59:59"),
        TypeKind.Uuid => Unless(Guid.TryParse(value, out _), "is not a uuid"),
        TypeKind.Json => Unless(IsJson(value), "is not well-formed JSON"),
        TypeKind.Network => Unless(IsNetwork(value, type.BaseName), $"is not a value of {type.BaseName}"),
        TypeKind.Array => Unless(value.StartsWith('{') && value.EndsWith('}'), "is not an array like {} or {a,b}"),
        TypeKind.Binary => Unless(IsBinary(value), "is not bytea like \\x00ff"),
        _ => null,
    };

    private static string? Unless(bool fine, string problem) => fine ? null : problem;

    private static string? IntegerProblem(string value, ColumnType type)
    {
        if (!Int128.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return "is not a whole number";
        var (low, high) = IntegerLimits.Of(type.BaseName);
        return Unless(number >= low && number <= high, $"is out of range for {type.Name}");
    }

    private static string? DecimalProblem(string value, ColumnType type)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return "is not a number";
        if (type.Precision is not { } precision || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var scale = type.Scale ?? 0;
        if (scale is >= 0 and <= 28 && decimal.Round(number, scale) != number)
            return $"has more than {scale} decimals, too many for {type.Name}";
        return Unless((double)Math.Abs(number) < Math.Pow(10, precision - scale), $"is out of range for {type.Name}");
    }

    private static bool IsDate(string value, bool withTime) =>
        value is "infinity" or "-infinity"
        || (TimestampText.TryParse(Encoding.UTF8.GetBytes(value), out var parsed) && parsed.InRange(withTime) && (withTime || !parsed.HasTime));

    private static bool IsJson(string value)
    {
        try
        {
            using var parsed = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsNetwork(string value, string baseName)
    {
        if (baseName.StartsWith("macaddr", StringComparison.Ordinal))
            return value.Count(char.IsAsciiHexDigit) == (baseName == "macaddr8" ? 16 : 12)
                && value.All(one => char.IsAsciiHexDigit(one) || one is ':' or '-' or '.');
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? value : value[..slash], out var address))
            return false;
        var bits = address.GetAddressBytes().Length * 8;
        return slash < 0 || (int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var mask) && mask <= bits);
    }

    private static bool IsBinary(string value) =>
        !value.StartsWith("\\x", StringComparison.Ordinal) || (value.Length % 2 == 0 && value.Skip(2).All(char.IsAsciiHexDigit));
}
