using System.Globalization;

namespace CiAnon.Recognition.Numbers;

/// <summary>
/// International numbers: + or 00 and a country calling code that exists, 8 to 15 digits (ITU-T E.164), groups apart or not.
/// Numbers that regulators keep for films and books belong to nobody and don't count.
/// </summary>
internal sealed class PhoneRecognizer : NumberRecognizer
{
    private const int Fewest = 8;
    private const int Longest = 15;

    // ITU-T E.164 assignments; one digit: 1, 7; two digits; the rest of 2xx, 3xx, 4xx, 5xx, 6xx, 8xx, 9xx has three.
    private const string TwoDigits = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

    private const string ThreeDigits =
        "211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 " +
        "251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 " +
        "373 374 375 376 377 378 379 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 " +
        "598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 850 852 853 855 856 870 880 886 960 961 962 963 964 " +
        "965 966 967 968 970 971 972 973 974 975 976 977 979 992 993 994 995 996 998";

    private static readonly bool[] IsCode = Codes();

    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters == 0 && PhoneDigits.MayGoOn(behind, isEnough: digits >= Fewest);

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        var plus = start > 0 && text[start - 1] == '+';
        if (plus ? Bytes.IsWordBefore(text, start - 1) : !text[start..].StartsWith("00"u8) || !Bytes.StartsNumber(text, start)) return NumberMatch.None;

        Span<byte> digits = stackalloc byte[Longest + 1];
        var end = PhoneDigits.Read(text, plus ? start : start + 2, digits, out var count, out var groups);
        if (count is < Fewest or > Longest || end == 0 || !plus && (groups < 2 || count < 9)) return NumberMatch.None;
        digits = digits[..count];
        return new NumberMatch(end, HasCountry(digits) && !FictionalPhones.Has(digits) && !CheckDigits.AllSame(digits[2..]), NeedsContext: false);
    }

    protected override int WholeStart(ReadOnlySpan<byte> value) => value[0] == '+' ? 1 : 0;

    private static bool HasCountry(ReadOnlySpan<byte> digits) => digits[0] switch
    {
        (byte)'1' => digits.Length == 11 && PhoneDigits.IsAmerican(digits[1..]),
        (byte)'7' => digits.Length == 11,
        _ => IsCode[CheckDigits.Number(digits[..2])] || IsCode[CheckDigits.Number(digits[..3])],
    };

    private static bool[] Codes()
    {
        var codes = new bool[1000];
        foreach (var code in $"{TwoDigits} {ThreeDigits}".Split(' ')) codes[int.Parse(code, CultureInfo.InvariantCulture)] = true;
        return codes;
    }
}
