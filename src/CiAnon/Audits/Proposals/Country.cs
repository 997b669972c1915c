namespace CiAnon.Audits.Proposals;

/// <summary>A country that phone numbers and bank accounts can tell, and the locale of its names and addresses.</summary>
/// <param name="Code">ISO 3166-1, as IBANs begin.</param>
/// <param name="Calling">Country calling code of ITU-T E.164.</param>
/// <param name="Locale">Where the language isn't known; <see cref="Strategies.Locales"/> knows it.</param>
internal sealed record Country(string Code, string Calling, string Locale)
{
    /// <summary>Those whose names and addresses can be invented.</summary>
    public static IReadOnlyList<Country> All { get; } =
    [
        new("AT", "43", "de_AT"), new("AU", "61", "en_AU"), new("AZ", "994", "az"), new("BE", "32", "nl_BE"), new("BR", "55", "pt_BR"), new("CH", "41", "de_CH"),
        new("CN", "86", "zh_CN"), new("CZ", "420", "cz"), new("DE", "49", "de"), new("ES", "34", "es"), new("FI", "358", "fi"), new("FR", "33", "fr"),
        new("GB", "44", "en_GB"), new("GE", "995", "ge"), new("GR", "30", "el"), new("HR", "385", "hr"), new("ID", "62", "id_ID"), new("IE", "353", "en_IE"),
        new("IN", "91", "en_IND"), new("IR", "98", "fa"), new("IT", "39", "it"), new("JP", "81", "ja"), new("KR", "82", "ko"), new("LV", "371", "lv"),
        new("MX", "52", "es_MX"), new("NG", "234", "en_NG"), new("NL", "31", "nl"), new("NO", "47", "nb_NO"), new("PL", "48", "pl"),
        new("PT", "351", "pt_PT"), new("RO", "40", "ro"), new("RU", "7", "ru"), new("SE", "46", "sv"), new("SK", "421", "sk"), new("TR", "90", "tr"),
        new("TW", "886", "zh_TW"), new("UA", "380", "uk"), new("US", "1", "en_US"), new("VN", "84", "vi"), new("ZA", "27", "en_ZA"),
    ];

    /// <summary>By <c>+49 …</c> or <c>0049 …</c>.</summary>
    public static Country? OfPhone(ReadOnlySpan<byte> number)
    {
        var digits = number.StartsWith("+"u8) ? number[1..] : number.StartsWith("00"u8) ? number[2..] : default;
        foreach (var country in All)
            if (StartsWith(digits, country.Calling)) return country;
        return null;
    }

    /// <summary>By an IBAN's first two letters.</summary>
    public static Country? OfAccount(ReadOnlySpan<byte> account)
    {
        foreach (var country in All)
            if (StartsWith(account, country.Code) && account.Length > 10) return country;
        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> value, string ascii)
    {
        if (value.Length < ascii.Length) return false;
        for (var i = 0; i < ascii.Length; i++)
            if (value[i] != ascii[i]) return false;
        return true;
    }
}
