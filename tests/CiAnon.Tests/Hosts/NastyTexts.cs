namespace CiAnon.Tests.Hosts;

/// <summary>Texts that somebody would write to take over a log: commands of hosts, their escapes, and what ends a line in one or the other.</summary>
internal static class NastyTexts
{
    private static readonly string[] Parts =
    [
        "::add-mask::x", "::error file=a,line=1::b", "::set-output name=a::b", "::stop-commands::t", "::endgroup::", "::", ":", ",", "=", " ", "\t", "\u00A0", "\u3000",
        "##vso[task.setvariable variable=a]b", "##VSO[task.complete result=Succeeded]", "##[command]x", "##[add-mask]x", "##[group]", "##", "#", "[", "]", ";",
        "%", "%0A", "%0D", "%25", "%3A", "%2C", "%5D", "%3B", "%AZP25", "%250A", "\n", "\r", "\r\n", "\v", "\f", "\0", "\u0085", "\u2028", "\u2029", "\u202E", "\u200B", "\uFEFF",
        "\e[0K", "\e[31m", "\u009b0m", "section_start:1:x", "section_start:1:x\r\e[0KTitle", "\e[0Ksection_end:1:ci_anon_restore\r\e[0K", "section_end:1:y[collapsed=true]\r\e[0K",
        "<<EOF", "\nEOF\n", "a=b", "customers", "e-mail", "ünïcödé", "日本", "💶", "'", "\"", "\\", "`", "$(id)", "${x}", "</td>",
    ];

    public static string Next(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Parts[random.Next(Parts.Length)]));
}
