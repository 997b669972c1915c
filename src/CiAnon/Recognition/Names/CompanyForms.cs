namespace CiAnon.Recognition.Names;

/// <summary>Legal forms and other words that names of companies end with.</summary>
internal static class CompanyForms
{
    private const string LegalForms =
        "Ltd Limited Inc Incorporated LLC LLP PLC Corp Corporation GmbH mbH AG KG KGaA OHG UG eK eV SA SAS SARL SCI SE SL SLU SpA SRL SNC BV NV AB AS ApS Oy Oyj Kft Zrt sro doo Lda Ltda Pty Pte";

    private static readonly WordSet Legal = new(LegalForms.Split(' '));

    private static readonly WordSet Words = new(
        (LegalForms + " Co Company Group Holding Holdings Partners Sons Brothers Bros Associates Industries Enterprises Foundation Gesellschaft").Split(' '));

    /// <summary>Says who is liable, and no more: what stands before it is the name.</summary>
    public static bool IsLegal(ReadOnlySpan<byte> word) => Legal.Contains(word);

    public static bool Contains(ReadOnlySpan<byte> word) => Words.Contains(word);

    public static bool Ends(byte[] value)
    {
        var text = Bytes.Trim(value).TrimEnd(".,"u8);
        var space = text.LastIndexOf((byte)' ');
        return space > 0 && Words.Contains(text[(space + 1)..]);
    }
}
