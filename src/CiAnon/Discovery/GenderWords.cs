using CiAnon.Recognition;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery;

/// <summary>Words that say whether somebody is a man, a woman or neither, and titles that do.</summary>
internal static class GenderWords
{
    private const double Most = 0.9;
    private const int MostWords = 12;

    private static readonly WordSet Words = new(
        ("m f w d x u n o male female man woman men women boy girl other unknown undisclosed diverse divers maennlich mannlich männlich weiblich homme femme masculin feminin féminin h masculino femenino feminino hombre mujer varon hembra v uomo donna maschio femmina vrouw mannelijk vrouwelijk homem mulher " +
         "mezczyzna kobieta k kvinna nonbinary trans transgender intersex genderqueer agender he she they him her them sie er elle il el ella lui lei hij zij ele ela on ona han hon hen").Split(' '));

    /// <summary>she/her counts by its first word, a number as a code.</summary>
    public static bool Contains(byte[] value)
    {
        var text = Bytes.Trim(value);
        var end = text.IndexOfAny((byte)'/', (byte)' ', (byte)'-');
        var word = (end > 0 ? text[..end] : text).TrimEnd((byte)'.');
        // Sehr geehrter Herr
        var last = text[(text.LastIndexOf((byte)' ') + 1)..].TrimEnd((byte)'.');
        return Words.Contains(word) || NameWords.Titles.Contains(last) || NameWords.Titles.Contains(word) || word.Length == 1 && Bytes.IsDigit(word[0]);
    }

    public static bool AreTitles(ColumnSample sample) => sample.Distinct is > 1 and <= MostWords && sample.Share(value => NameWords.Titles.Contains(Bytes.Trim(value).TrimEnd((byte)'.'))) >= Most;
}
