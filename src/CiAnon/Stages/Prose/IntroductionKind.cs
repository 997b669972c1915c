namespace CiAnon.Stages.Prose;

/// <summary>What stands before a word and says that it is a name.</summary>
internal enum IntroductionKind
{
    None,

    /// <summary>Hi, Regards: something else may follow.</summary>
    Greeting,

    /// <summary>Mr, Frau.</summary>
    Title,
}
