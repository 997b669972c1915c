using CiAnon.Recognition;

namespace CiAnon.Stages.Prose;

/// <summary>Names of people that are words, places, months, plants or brands as well: alone, with nothing before them that tells, they say nobody.</summary>
internal static class EverydayNames
{
    private static readonly WordSet Words = new((
        "will may mark art bill grant rose hope faith grace joy dean page pat rob drew chase lane hall rich young long short white black brown green gray grey king queen bishop price day summer winter "
        + "spring frost snow rain cook baker miller smith carter mason hunter fisher wood woods field fields hill stone marsh brook lake west east north south good best love case cash church house new old "
        + "little small big sharp strong wise moody power powers banks bond bush rush cross cruise crane drake fox wolf lamb bird duke earl prince major sergeant gene dale glen heath ivy lily daisy violet holly "
        + "ruby amber crystal pearl jewel april june august carol melody harmony destiny angel art don ray sky van von der die das dem den del los las les une mit und the and for you your dear "
        + "january march autumn easter noel eve dawn star stella luna nova sunny stormy misty dusty rusty sandy lucky happy merry precious princess royal noble justice liberty patience prudence charity honor "
        + "mercy chance archer piper tanner cooper skipper sailor junior sonny buddy candy ginger pepper rosemary basil sage olive clementine cherry peach plum berry heather fern willow laurel hazel ash aspen "
        + "forest river ocean bay cliff robin jay wren finch sue jack nick bob peg penny paige rod "
        + "paris london berlin florence victoria georgia virginia carolina austin dallas jordan israel china india chelsea sydney madison lourdes santiago santa savannah phoenix brooklyn charlotte houston "
        + "lincoln jackson washington alexandria catalina siena vienna milan rio valencia cordoba adelaide alberta kent devon chester lancaster windsor nelson wellington hamilton asia america africa roma "
        + "mercedes dell ford tesla siri alexa cortana oscar visa java ruby python "
        + "ernst heide linde falk stein viola flora jasmin erika rosa blanca sol luz mar pilar dolores consuelo esperanza fe paz gloria cruz trinidad rosario concepcion remedios socorro victor general marine "
        + "reine prudence constance aurore fleur olive marguerite perle désiré aimé clément franc blanche").Split(' '));

    public static bool Contains(ReadOnlySpan<byte> word) => Words.Contains(word);
}
