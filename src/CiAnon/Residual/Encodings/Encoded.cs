namespace CiAnon.Residual.Encodings;

/// <summary>How a text may be wrapped in another.</summary>
internal enum Encoded
{
    None,

    /// <summary>Backslash escapes of JSON and SQL strings.</summary>
    Escapes,

    /// <summary>%40, and =40 of mail.</summary>
    Percent,

    /// <summary>Entities of XML and HTML.</summary>
    Entities,
    Base64,
    Base32,

    /// <summary>bytea, and hex digits in text.</summary>
    Hex,
    Utf16,
    Utf32,

    /// <summary>Pairs of hex digits with signs between.</summary>
    Pairs,

    /// <summary>UTF-8 that was taken for Windows-1252.</summary>
    Twice,

    /// <summary>Tags of HTML and XML between words.</summary>
    Markup,

    /// <summary>Another field between first and last name.</summary>
    Fields,

    /// <summary>First and last name under labels of their own.</summary>
    Labels,

    /// <summary>Words of a tsvector, in the order of their positions.</summary>
    Lexemes,

    /// <summary>An e-mail address with a +tag.</summary>
    Tags,

    /// <summary>Strings that SQL puts together.</summary>
    Joined,
}
