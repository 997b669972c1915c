namespace CiAnon.Stages.Prose;

/// <summary>What stands before a word and says that it is a name.</summary>
internal enum IntroductionKind
{
    None,

    /// <summary>Hi, Regards: something else may follow.</summary>
    Greeting,

    /// <summary>Mr, Frau.</summary>
    Title,

    /// <summary>Nachname:, "last_name": what people fill into forms, and programs into texts.</summary>
    Label,
}
