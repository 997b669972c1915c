namespace CiAnon.Strategies.People;

/// <summary>How a number that is reserved for fiction is written.</summary>
internal enum PhoneFormat
{
    /// <summary>With its country's code and groups: <c>+49 30 23125123</c>.</summary>
    Local,

    /// <summary>ITU-T E.164: <c>+493023125123</c>.</summary>
    E164,

    /// <summary>As at home: <c>030 23125123</c>.</summary>
    National,
}
