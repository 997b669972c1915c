namespace CiAnon.Tests.Copy;

/// <summary>Random texts whose seed a failing test prints.</summary>
internal static class RandomTexts
{
    public static Random Seeded(out int seed) => new(seed = Random.Shared.Next());

    /// <summary>Up to <paramref name="most"/> characters of the alphabet.</summary>
    public static string From(Random random, string alphabet, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => alphabet[random.Next(alphabet.Length)]));
}
