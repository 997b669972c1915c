using System.Text;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Verification.Control;

namespace CiAnon.Tests.Residual;

/// <summary>Random originals in random texts in random containers are found; random texts hold none.</summary>
public class RandomPlacesTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Noise = "abcdeXYZ019 .,;:-_/@#%&=\\\"'<>{}[]()\n\täöüßжя日本€";

    [Theory]
    [InlineData(80)]
    [InlineData(400, Traits = ["When", "nightly"])]
    public void A_random_original_in_a_random_place_is_found(int rounds)
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        for (var round = 0; round < rounds; round++)
        {
            var sample = new PlantedSample(PersonalKind.Email, $"{Word(random)}.{Word(random)}@{Word(random)}.example", "");
            var container = PlantedContainer.All[random.Next(PlantedContainer.All.Count)];
            var value = container.Wrap(sample);
            if (value.Length == 0) continue;
            using var originals = Searched.For((PersonalKind.Email, sample.Text));
            if (container.BaseName == "text") value = Copy.RandomTexts.From(random, Noise, 200).TrimEnd('\\', '%', '=', '&') + " " + value;
            Assert.True(!originals.In(value, container.Type, container.BaseName).IsEmpty, $"seed {seed}, round {round}, {container.Name}");
        }
    }

    [Fact]
    public void Random_texts_hold_no_originals()
    {
        // A fixed seed: among so many random words some are alike.
        const int seed = 20261121;
        var random = new Random(seed);
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.Email, PersonalKind.Username]);
        for (var i = 0; i < 20_000; i++)
        {
            sink.Field(0, Encoding.ASCII.GetBytes($"{Word(random)}@{Word(random)}.example"));
            sink.Field(1, Encoding.ASCII.GetBytes($"{Word(random)[..3]}q{random.Next(100, 999)}"));
        }
        originals.Freeze();
        for (var round = 0; round < 5000; round++)
            Assert.True(originals.In(Copy.RandomTexts.From(random, Noise, 300) + "!").IsEmpty, $"seed {seed}, round {round}");
    }

    [Fact]
    public void Any_bytes_are_scanned_without_harm()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Ip, "93.184.216.34"), (PersonalKind.Phone, "0170 1234567"), (PersonalKind.Username, "jo_42"));
        var scan = new TextScan(originals);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (round % 2 == 0) bytes = Encoding.UTF8.GetBytes(Copy.RandomTexts.From(random, Noise + "0123456789abcdef:.u&#;", 300) + ".");
            try
            {
                scan.Scan(bytes);
                scan.Append(bytes);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {exception}");
            }
        }
        scan.End();
        Assert.True(scan.Tally.IsEmpty, $"seed {seed}");
    }

    [Fact]
    public void A_long_text_is_found_in_wherever_the_original_stands()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        using var originals = Searched.For((PersonalKind.Email, "john.smith@mail.example"));
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("lorem ipsum dolor ", 12_000)));
        for (var round = 0; round < 40; round++)
        {
            var at = random.Next(text.Length / 18) * 18;
            var scan = new TextScan(originals);
            byte[] whole = [.. text.AsSpan(0, at), .. " john.smith@mail.example "u8, .. text.AsSpan(at)];
            scan.Scan(whole);
            Assert.True(Assert.Single(scan.Tally.Hits()).Count == 1, $"seed {seed}, at {at}");

            var chunks = new TextScan(originals);
            for (var start = 0; start < whole.Length;)
            {
                var length = Math.Min(random.Next(1, 9000), whole.Length - start);
                chunks.Append(whole.AsSpan(start, length));
                start += length;
            }
            chunks.End();
            Assert.True(chunks.Tally.Hits().Count == 1, $"seed {seed}, at {at} in chunks");
        }
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(4, 10)).Select(_ => Letters[random.Next(Letters.Length)]));
}
