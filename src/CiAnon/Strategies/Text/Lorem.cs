using System.Text;

namespace CiAnon.Strategies.Text;

/// <summary>About 10 KB of lorem ipsum in sentences, the same in every process, and where its words start.</summary>
internal static class Lorem
{
    private const int Words = 1500;

    private static readonly string[] Vocabulary =
        ("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim " +
         "veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit " +
         "esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est " +
         "laborum perspiciatis unde omnis iste natus error voluptatem accusantium doloremque laudantium totam rem aperiam eaque ipsa quae ab illo " +
         "inventore veritatis quasi architecto beatae vitae dicta explicabo nemo ipsam quia voluptas aspernatur fugit").Split(' ');

    private static readonly byte[] Bytes;
    private static readonly int[] Starts;

    static Lorem()
    {
        var text = new StringBuilder();
        var starts = new int[Words];
        var state = 1u;
        for (var i = 0; i < Words; i++)
        {
            // A linear congruential generator (Numerical Recipes): any scrambling does, as long as it never changes.
            state = state * 1664525 + 1013904223;
            var word = Vocabulary[(int)((state >> 16) % (uint)Vocabulary.Length)];
            starts[i] = text.Length;
            text.Append(i % 9 == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(i % 9 == 8 ? ". " : " ");
        }
        Bytes = Encoding.ASCII.GetBytes(text.ToString());
        Starts = starts;
        LongestWord = Vocabulary.Max(word => word.Length) + 2;
    }

    public static ReadOnlySpan<byte> Text => Bytes;

    public static int WordCount => Words;

    /// <summary>Characters of the longest word with full stop and space.</summary>
    public static int LongestWord { get; }

    public static int StartOfWord(int word) => Starts[word];
}
