namespace CiAnon.Recognition.Names;

/// <summary>Whether what stands in a town's place may as well be somebody: several words, one of which is a name of the dictionary, and none that only places have.</summary>
internal static class TownNames
{
    private const int MostWords = 6;

    // Before and behind the names that towns are called by.
    private static readonly WordSet Places = new((
        "San Santa Santo São Sao Saint Sainte St Ste Sankt Los Las El La Le Les Lo Bad New Old Nueva Nuevo Neu Nieuw Nowa Nowy Novo Nova Fort Port Porto Puerto Puente Ponte Pont Mount Mont Monte Villa Ville Vila "
        + "North South East West Northern Southern Upper Lower Great Grand Gran Lake Cape Point Ciudad Castel Castello Castle Chateau Markt Stadt Sint Colonia Rio Den Ober Unter Groß Klein Alt Hohen "
        + "City Town Village Township Borough Beach Heights Springs Falls Park Lakes Hills Hill Valley Island Bay Harbor Harbour Creek Ridge Grove Rapids Rock River Forest Gardens Junction Landing Station Center Centre "
        + "Spa Wells Green Cross Bridge Common Abbey Court House am an der im in ob bei auf sur sous les lès en de du des la le upon on by the under cum del della di da do dos das y i a aan den het op")
        .Split(' '));

    public static bool MayBePerson(ReadOnlySpan<byte> town)
    {
        Span<Range> words = stackalloc Range[MostWords];
        var count = NameText.Split(town, words);
        var isName = false;
        for (var i = 0; i < count; i++)
        {
            var word = town[words[i]].TrimEnd((byte)'.');
            if (Places.Contains(word)) return false;
            isName |= NameWords.First.Contains(word) || NameWords.Last.Contains(word);
        }
        return isName && count > 1;
    }
}
