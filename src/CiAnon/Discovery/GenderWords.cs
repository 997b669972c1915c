using CiAnon.Recognition;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery;

/// <summary>Words that say whether somebody is a man, a woman or neither, and titles that do.</summary>
internal static class GenderWords
{
    private const double Most = 0.9;
    private const int MostWords = 12;

    private static readonly WordSet Words = new(
        ("m f w d x u n o male female man woman men women boy girl other autre otro altro overig andere inny outro annan unknown undisclosed diverse divers maennlich mannlich männlich weiblich homme femme masculin feminin féminin h masculino femenino feminino hombre mujer varon hembra v uomo donna maschio femmina vrouw mannelijk vrouwelijk homem mulher " +
         "mezczyzna kobieta k kvinna nonbinary trans transgender intersex genderqueer agender he she they him her them sie er elle il el ella lui lei hij zij ele ela on ona han hon hen " +
         "м ж М Ж ч Ч муж жен муж. мужской женский мужчина женщина чоловік жінка чоловіча жіноча чол жін мъж жена Мъж Жена α θ Α Θ ανδρας γυναικα άνδρας γυναίκα άρρεν θήλυ αρρεν θηλυ ذكر أنثى انثى ז נ זכר נקבה ชาย หญิง पुरुष महिला स्त्री अन्य " +
         "남 여 남자 여자 남성 여성 男 女 男性 女性 未知 保密 Nam Nữ nam nữ nu l p laki perempuan pria wanita lk pr 其他").Split(' '));

    // Those that mean nothing else, without letters that may stand for anything.
    private static readonly WordSet[] OfOne =
    [
        new("male man boy maennlich mannlich männlich homme masculin masculino hombre varon uomo maschio mannelijk homem mezczyzna мужской мужчина чоловік чоловіча мъж άνδρας ανδρας άρρεν αρρεν ذكر זכר ชาย पुरुष 남자 남성 男性 laki pria".Split(' ')),
        new("female woman girl weiblich femme feminin féminin femenino feminino mujer hembra donna femmina vrouwelijk vrouw mulher kobieta kvinna женский женщина жінка жіноча жена γυναίκα γυναικα θήλυ θηλυ أنثى נקבה หญิง महिला स्त्री 여자 여성 女性 perempuan wanita".Split(' ')),
    ];

    // As people are addressed; those of the West are among the words of names.
    private static readonly WordSet Titles = new(
        ("นาย นาง นางสาว น.ส. ด.ช. ด.ญ. เด็กชาย เด็กหญิง 先生 女士 小姐 太太 г-н г-жа пан пані κος κα κ. κυρία κύριος السيد السيدة الآنسة מר גברת גב' श्री श्रीमती कुमारी सुश्री Ông Bà Anh Chị bapak ibu sdr sdri").Split(' '));

    /// <summary>she/her counts by its first word, a number as a code.</summary>
    public static bool Contains(byte[] value)
    {
        var text = Bytes.Trim(value);
        var end = text.IndexOfAny((byte)'/', (byte)' ', (byte)'-');
        var word = (end > 0 ? text[..end] : text).TrimEnd((byte)'.');
        // Sehr geehrter Herr
        var last = text[(text.LastIndexOf((byte)' ') + 1)..].TrimEnd((byte)'.');
        return Words.Contains(word) || Titles.Contains(text) || Titles.Contains(word) || NameWords.Titles.Contains(last) || NameWords.Titles.Contains(word) || word.Length == 1 && Bytes.IsDigit(word[0]);
    }

    /// <summary>Words for men and for women, whatever the column is called.</summary>
    public static bool AreOfBoth(ColumnSample sample) => sample.Distinct is > 1 and <= MostWords && sample.Share(Contains) >= Most && Array.TrueForAll(OfOne, words => sample.Share(value => words.Contains(Bytes.Trim(value))) > 0);

    public static bool AreTitles(ColumnSample sample) => sample.Distinct is > 1 and <= MostWords && sample.Share(value => NameWords.Titles.Contains(Bytes.Trim(value).TrimEnd((byte)'.')) || Titles.Contains(Bytes.Trim(value))) >= Most;
}
