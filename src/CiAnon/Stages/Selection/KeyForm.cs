using CiAnon.Catalogs;

namespace CiAnon.Stages.Selection;

/// <summary>What PostgreSQL overlooks when it compares two values of a key, as far as their text tells.</summary>
internal enum KeyForm
{
    /// <summary>Equal values have equal text.</summary>
    Plain,

    /// <summary>Whole numbers, which are their own keys.</summary>
    Integer,

    /// <summary>Zeros at the end of a fraction, the sign of zero.</summary>
    Number,

    /// <summary>char(n): blanks at the end.</summary>
    Padded,

    /// <summary>citext: upper and lower case.</summary>
    Folded,
}

internal static class KeyForms
{
    /// <summary>Of two columns that refer to one another.</summary>
    public static KeyForm Of(ColumnType a, ColumnType b)
    {
        if (a.BaseName == "bpchar" || b.BaseName == "bpchar") return KeyForm.Padded;
        if (a.BaseName == "citext" || b.BaseName == "citext") return KeyForm.Folded;
        if (a.Kind == TypeKind.Integer && b.Kind == TypeKind.Integer) return KeyForm.Integer;
        return a.Kind == TypeKind.Decimal || b.Kind == TypeKind.Decimal ? KeyForm.Number : KeyForm.Plain;
    }

    /// <summary>Of a column that rows are drawn by: whoever draws needs numbers as good as random ones.</summary>
    public static KeyForm ToDraw(ColumnType type) => Of(type, type) is not KeyForm.Integer and var form ? form : KeyForm.Plain;

    /// <summary>The part of a value that counts. Case isn't looked at here.</summary>
    public static ReadOnlySpan<byte> Trim(this KeyForm form, ReadOnlySpan<byte> value)
    {
        if (form == KeyForm.Padded) return value.TrimEnd((byte)' ');
        if (form != KeyForm.Number || value.ContainsAny("eE"u8)) return value;
        if (value.Contains((byte)'.')) value = value.TrimEnd((byte)'0').TrimEnd((byte)'.');
        return value.SequenceEqual("-0"u8) ? "0"u8 : value;
    }
}
