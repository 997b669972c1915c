using CiAnon.Recognition;

namespace CiAnon.Stages.Prose;

/// <summary>
/// First names that are words of some language when they are written small (<c>solange</c>, <c>said</c>, <c>ville</c>), others whose genitive is one (<c>Romans</c>), and words that people
/// write behind a greeting. Folded, as <c>niña</c> is.
/// </summary>
internal static class SmallWords
{
    private static readonly WordSet Words = new((
        "alba alma angel armando asta aurora beata bianca carina chiara christian clara chad concepcion cristiana cesar dana dick donna ella ester elif franco "
        + "frank german hella iris jasmine jesus julio kara lasse leon linda lore manuel marco marcos margarita mari marina max maxim maxime maya merle mette "
        + "mila mina mira modesto mona nieves nina nino norma olle otto pascal pascale petri pierre randy ravi regina reiner roger roman romain romano rocio ross "
        + "rune said salvador sanna sara sean serena serge sherry sol soledad solange stig till tine tomas tore vera ville violeta "
        + "jeans almas islas miras lions hanns tims toms kens bens arts lens sams jobs "
        + "again also another anyway because before but can could did does done else even everybody everyone everything folks get gets giving going good great guys had has have having her here hers him his home how "
        + "its just last later like made making many more most much must never next not nothing now off once only other others our ours out over please really same see she should since some somebody someone "
        + "something soon still such sure than that their them then these they this those today tomorrow tonight too under until very was way week were what when where which while who whom why with within "
        + "without work would yesterday yet test admin info none unknown nobody anonymous guest "
        + "aber alle allen alles auch auf aus bei bis bitte dann dass dir dich doch durch ein eine einem einen einer euch euer fur gegen haben hat hier ich ihm ihn ihnen ihr ihre immer ist jede jeder jetzt kann kein "
        + "keine mal man mehr mein meine meiner mich mir nach nicht noch nochmal nochmals nun nur oder ohne schon sehr sein seine seit sich sie sind uber unser unsere vielmals vielen vorab war warum was wegen "
        + "weil wenn wer wie wir wird wurde zusammen zwei "
        + "tous toutes tout pour avec dans beaucoup encore merci moi nous vous leur notre votre todos todas muchas mucho para por con como esta este bien buenas tutti tutte mille molto molte per con").Split(' '));

    public static bool Contains(ReadOnlySpan<byte> word) => Words.Contains(word);
}
