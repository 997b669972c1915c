namespace CiAnon.Outside;

/// <summary>How a program ended.</summary>
internal enum ProgramEnd
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>It took too long and was killed.</summary>
    TimedOut,

    /// <summary>It wrote more than anybody asked for and was killed.</summary>
    SaidTooMuch,
}
