namespace CiAnon.Dumps.Inserts;

/// <summary>How pg_dump writes the values of a column into INSERT statements. Counterpart: dumpTableData_insert.</summary>
internal enum LiteralKind
{
    /// <summary>Nothing but NULL was seen, or what a number may be, too.</summary>
    Unknown,

    /// <summary>Without quotes where it is made of digits, signs, points and e.</summary>
    Number,

    /// <summary>true and false.</summary>
    Boolean,

    /// <summary>B'101'.</summary>
    Bits,

    /// <summary>Within quotes.</summary>
    Text,
}
