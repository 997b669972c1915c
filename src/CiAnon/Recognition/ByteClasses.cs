namespace CiAnon.Recognition;

/// <summary>Which bytes a value has: what decides, in one pass, who needs to look at it.</summary>
[Flags]
internal enum ByteClasses
{
    None = 0,
    Digit = 1,

    /// <summary>Upper-case letters, and what begins letters beyond ASCII.</summary>
    Capital = 2,

    /// <summary>@ and %.</summary>
    At = 4,
    Dollar = 8,
    Colon = 16,
    Dash = 32,
    Equal = 64,
    Lower = 128,
}
