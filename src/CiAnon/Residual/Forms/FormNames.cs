namespace CiAnon.Residual.Forms;

/// <summary>What findings call the forms: <c>MD5 in $.avatar</c>.</summary>
internal static class FormNames
{
    public static string Of(OriginalForm form) => form switch
    {
        OriginalForm.Md5 => "MD5",
        OriginalForm.Sha1 => "SHA-1",
        OriginalForm.Sha256 => "SHA-256",
        OriginalForm.LocalPart => "the local part",
        OriginalForm.LastNameFirst => "last name first",
        OriginalForm.Initial => "initial and last name",
        OriginalForm.SpelledOut => "spelled out",
        OriginalForm.Date => "date",
        OriginalForm.NamedMonth => "date in words",
        OriginalForm.ShortName => "shortened name",
        OriginalForm.Glued => "behind letters",
        OriginalForm.HostName => "host name",
        _ => "",
    };
}
