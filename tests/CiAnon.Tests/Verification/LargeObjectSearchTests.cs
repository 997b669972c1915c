using System.Text;
using CiAnon.Dumps.Blocks;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;
using CiAnon.Tests.Copy;
using CiAnon.Tests.Policies;
using CiAnon.Tests.Residual;
using CiAnon.Verification;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Verification;

/// <summary>Large objects come in chunks and are looked at in pieces: what lies across either is found.</summary>
public class LargeObjectSearchTests
{
    [Theory]
    [InlineData("lorem ipsum ")]
    [InlineData("x")]
    [InlineData("\u0001\u0002\u0003")]
    public void What_looks_personal_is_found_wherever_it_stands(string filling)
    {
        var random = RandomTexts.Seeded(out var seed);
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        for (var round = 0; round < 60; round++)
        {
            var bytes = Filled(filling, random.Next(1000, 300_000));
            " write to anna.control@planted-sample.net soon "u8.CopyTo(bytes.AsSpan(random.Next(bytes.Length - 60)));

            var findings = Search(originals, bytes, random);

            Assert.True(findings.Patterns.Matching(0, PersonalKind.Email) is 1 or 2, $"seed {seed}, round {round}");
            Assert.True(findings.Originals.IsEmpty);
        }
    }

    [Fact]
    public void Half_a_number_is_not_taken_for_another()
    {
        var random = RandomTexts.Seeded(out var seed);
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        // 21 digits are no card; its first and its last 16 are one.
        var bytes = Filled("411111111111111111111 ", 2_000_000);
        var findings = Search(originals, bytes, random);
        Assert.True(findings.Patterns.Matching(0, PersonalKind.Card) == 0, $"seed {seed}");
        Assert.InRange(findings.Patterns.Seen(0), 30, 33);
    }

    [Fact]
    public void An_empty_object_has_no_findings()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        var findings = Search(originals, [], new Random(1));
        Assert.True(findings.IsEmpty);
        Assert.Equal(0, findings.Patterns.Seen(0));
        Assert.Equal(1, findings.LargeObjects!.Searched);
    }

    [Fact]
    public void Objects_are_counted_however_often_a_thing_stands_in_one()
    {
        using var originals = Searched.For((PersonalKind.Name, "Annabel Lindqvistha"));
        var search = new LargeObjectSearch(originals, Recognizers.All);
        string[] contents = ["abc", "Annabel Lindqvistha and Annabel Lindqvistha", "def", "x Annabel Lindqvistha", "", new string(' ', 200_000) + "a@mail.de" + new string(' ', 200_000) + "b@mail.de", "c@mail.de"];
        search.Search(contents.Select((content, i) => new LargeObject((uint)i + 1, new MemoryStream(Encoding.UTF8.GetBytes(content)))), CancellationToken.None);

        Assert.Equal((PersonalKind.Name, 2L), search.Findings.Originals.Hits().Select(hit => (hit.Kind, hit.Count)).Single());
        Assert.Equal((7L, 2L), (search.Findings.LargeObjects!.Searched, search.Findings.LargeObjects.Holding[PersonalKind.Email]));
        var found = PatternsCheck.Run([], [search.Findings], new PatternControl(1, []), Sample.Policy("version: 1")).Findings.Single(finding => finding.Kind == PersonalKind.Email);
        Assert.Equal(("large objects", 2L), (found.Object, found.Violations));
        Assert.StartsWith("2 of 7 large objects hold what looks personal: e-mail address", found.Detail, StringComparison.Ordinal);
    }

    private static byte[] Filled(string filling, int length) => [.. Enumerable.Repeat(Encoding.ASCII.GetBytes(filling), length / filling.Length + 1).SelectMany(bytes => bytes).Take(length)];

    private static TextFindings Search(CiAnon.Residual.Originals originals, byte[] bytes, Random random)
    {
        var search = new LargeObjectSearch(originals, Recognizers.All);
        for (var start = 0; start < bytes.Length;)
        {
            var length = Math.Min(bytes.Length - start, random.Next(1, 100_000));
            search.Append(bytes.AsSpan(start, length));
            start += length;
        }
        search.End();
        return search.Findings;
    }
}
