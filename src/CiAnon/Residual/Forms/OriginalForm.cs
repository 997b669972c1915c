namespace CiAnon.Residual.Forms;

/// <summary>What is looked for of an original. Each form has a sample of its own in the positive control.</summary>
internal enum OriginalForm
{
    /// <summary>The original, however it is written.</summary>
    Itself,

    /// <summary>Of an e-mail address, as avatar services store it: 32, 40 or 64 hexadecimal digits.</summary>
    Md5,
    Sha1,
    Sha256,

    /// <summary>What stands before the @, alone: user names and slugs are made of it.</summary>
    LocalPart,

    /// <summary>A name that begins with the family's, without a comma.</summary>
    LastNameFirst,

    /// <summary>The first name's first letter and the last name: <c>A. Miller</c>, <c>amiller</c>.</summary>
    Initial,

    /// <summary>First and last name of a longer one, of which no word is known as a name: <c>Begoña Carballo</c>.</summary>
    ShortName,

    /// <summary>An e-mail address whose signs are words: <c>anna at mail dot example</c>.</summary>
    SpelledOut,

    /// <summary>A date in numbers, in whatever order.</summary>
    Date,

    /// <summary>A date whose month is a word.</summary>
    NamedMonth,

    /// <summary>A number or IBAN with letters right before it: <c>TEL004915112345678</c>.</summary>
    Glued,

    /// <summary>An IPv4 address in a host's name: <c>ip-198-51-100-77</c>, <c>77.100.51.198.in-addr.arpa</c>.</summary>
    HostName,
}
