using System.Text;

namespace CiAnon.Tests.Policies;

public class PolicyFuzzTests
{
#if DEBUG
    private const int Rounds = 2_000;
#else
    private const int Rounds = 20_000;
#endif

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "&a ", "*a", "!t ", "${", "}", "'", "\"", "|", ">", "#", "?", "~", "null", "---\n", "...\n", "%YAML 9.9\n", "\t", "\0", "\uFEFF", "keep", "<<: "];

    [Fact]
    public void A_damaged_policy_never_throws_and_is_never_refused_without_a_reason()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutate(random);
            try
            {
                var result = Sample.Read(bytes);
                Assert.Equal(result.Policy is null, result.Diagnostics.Count > 0);
                Assert.All(result.Diagnostics, problem => Assert.True(problem.Position is { Line: > 0, Column: > 0 }));
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}, round {round}: {exception}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
    }

    private static byte[] Mutate(Random random)
    {
        var text = new StringBuilder(PolicyReaderTests.Example);
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 1: text.Remove(at, Math.Min(text.Length - at, random.Next(1, 12))); break;
                case 2: text[at] = (char)random.Next(1, 0x250); break;
                default: text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(40)))); break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(10) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
