namespace CiAnon.Recognition.Names;

/// <summary>Legal forms and other words that names of companies end with.</summary>
internal static class CompanyForms
{
    private static readonly WordSet Words = new(
        ("Ltd Limited Inc Incorporated LLC LLP PLC Corp Corporation Co Company Group Holding Holdings Partners Sons Brothers Bros Associates Industries Enterprises Foundation " +
         "GmbH mbH AG KG KGaA OHG UG eK eV Gesellschaft SA SAS SARL SCI SE SL SLU SpA SRL SNC BV NV AB AS ApS Oy Oyj Kft Zrt sro doo Lda Ltda Pty Pte")
        .Split(' '));

    public static bool Contains(ReadOnlySpan<byte> word) => Words.Contains(word);

    public static bool Ends(byte[] value)
    {
        var text = Bytes.Trim(value).TrimEnd(".,"u8);
        var space = text.LastIndexOf((byte)' ');
        return space > 0 && Words.Contains(text[(space + 1)..]);
    }
}
