using System.Text;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>The set itself: counts, memory, shares, threads, recheck.</summary>
public class OriginalsTests
{
    [Fact]
    public void Distinct_originals_are_counted_once_by_any_number_of_threads()
    {
        using var originals = new Originals(Searched.Key);
        Parallel.For(0, 8, worker =>
        {
            var sink = originals.Collect([PersonalKind.Email, PersonalKind.Phone]);
            for (var i = 0; i < 20_000; i++)
            {
                sink.Field(0, Encoding.ASCII.GetBytes($"somebody{(i + worker * 10_000) % 60_000}@mail.example"));
                sink.Field(1, Encoding.ASCII.GetBytes($"+49 170 {2_000_000 + i}"));
                sink.EndRow();
            }
        });
        originals.Freeze();

        Assert.Equal(60_000, originals.Distinct(PersonalKind.Email));
        Assert.Equal(20_000, originals.Distinct(PersonalKind.Phone));
        Assert.Equal(1, originals.Share);
        for (var i = 0; i < 60_000; i += 777) Assert.Single(originals.In($"to somebody{i}@mail.example").Hits());
    }

    [Fact]
    public void What_another_set_knows_is_found_too_and_counted_where_it_was_collected()
    {
        using var all = Filled("anna.one@mail.example", "+49 170 2000001", "1987-03-14", "berta.two@mail.example", "+49 170 2000002");
        using var own = Filled("anna.one@mail.example");
        own.Add(all);
        own.Freeze();

        Assert.Equal((1, 0), (own.Distinct(PersonalKind.Email), own.Distinct(PersonalKind.Phone)));
        foreach (var text in new[] { "to berta.two@mail.example", "berta.two", "call +49 170 2000002", "0170/2000001" }) Assert.True(own.In(text).Hits().Count > 0, text);
        Assert.True(own.BirthDays.Contains(CiAnon.Residual.Dates.Day.Of(1987, 3, 14)));
        Assert.Empty(own.In("to carla.three@mail.example, +49 170 2000003").Hits());
    }

    [Fact]
    public void Of_two_sets_the_smaller_share_is_kept()
    {
        using var few = new FingerprintSet(1000);
        using var many = new FingerprintSet(1000);
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var hash = new UInt128((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1);
            if (i < 100) few.Add(hash, 3);
            many.Add(hash, 3);
        }
        few.Add(many);
        Assert.Equal((many.Count, many.Share), (few.Count, few.Share));
    }

    private static Originals Filled(params string[] values)
    {
        var originals = new Originals(Searched.Key);
        foreach (var value in values)
        {
            var sink = originals.Collect([value.Contains('@', StringComparison.Ordinal) ? PersonalKind.Email : value[0] == '+' ? PersonalKind.Phone : PersonalKind.BirthDate]);
            sink.Field(0, Encoding.ASCII.GetBytes(value));
            sink.EndRow();
        }
        return originals;
    }

    [Fact]
    public void A_fingerprint_takes_fewer_than_fourteen_bytes()
    {
        using var set = new FingerprintSet(10_000_000);
        var random = new Random(1);
        for (var i = 0; i < 2_000_000; i++) set.Add(new UInt128((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1), 3);
        Assert.Equal(2_000_000, set.Count);
        Assert.InRange(set.Bytes / (double)set.Count, 8, 14);
    }

    [Fact]
    public void Each_fingerprint_is_found_with_its_kind_and_no_other_however_many_there_are()
    {
        var random = new Random(2);
        UInt128 Next() => new((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
        using var set = new FingerprintSet(10_000_000);
        var hashes = new List<UInt128>();
        foreach (var count in new[] { 1, 2, 100, 3_000, 300_000, 900_000 })
        {
            while (hashes.Count < count)
            {
                var hash = Next();
                hashes.Add(hash);
                Assert.True(set.Add(hash, hashes.Count % 32));
            }
            Assert.Equal(count, set.Count);
            for (var i = 0; i < count; i++) Assert.Equal((i + 1) % 32, set.Find(hashes[i]));
            Assert.All(Enumerable.Range(0, 1000).Select(_ => Next()), hash => Assert.Equal(-1, set.Find(hash)));
        }
        Assert.All(hashes, hash => Assert.False(set.Add(hash, 0)));

        // A set that takes over what another has, and one that is thinned out.
        using var other = new FingerprintSet(500_000);
        other.Add(set);
        Assert.InRange(other.Count, 200_000, 500_000);
        Assert.Equal(other.Count, hashes.Index().Count(hash => other.Find(hash.Item) == (hash.Index + 1) % 32));
        Assert.Equal(other.Count, hashes.Count(hash => other.Find(hash) >= 0));
    }

    [Fact]
    public void Beyond_the_limit_a_uniform_share_is_kept()
    {
        using var originals = new Originals(Searched.Key, limit: 10_000);
        var sink = originals.Collect([PersonalKind.Email]);
        for (var i = 0; i < 100_000; i++) sink.Field(0, Encoding.ASCII.GetBytes($"somebody{i}@mail.example"));
        originals.Freeze();

        Assert.InRange(originals.Count, 4_000, 10_000);
        Assert.InRange(originals.Count / 100_000.0, originals.Share * 0.9, originals.Share * 1.1);
        var found = Enumerable.Range(0, 10_000).Count(i => !originals.In($"somebody{i}@mail.example").IsEmpty);
        Assert.InRange(found / 10_000.0, originals.Share * 0.8, originals.Share * 1.2);
    }

    [Fact]
    public void The_probability_of_a_false_match_grows_with_originals_and_candidates()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        Assert.InRange(originals.FalseMatchProbability(1e9), 1e-13, 1e-11);
    }

    [Fact]
    public void A_recheck_confirms_what_is_among_the_originals_and_nothing_else()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Email, "mary@mail.example"));
        var tally = originals.In("john@mail.example, mary@mail.example");
        var confirmations = new Confirmations(tally.Fingerprints);
        Assert.False(confirmations.AreAll);

        originals.Recheck([PersonalKind.Email], confirmations).Field(0, "JOHN@mail.example"u8);

        var hashes = tally.Fingerprints.ToArray();
        Assert.Equal([true, false], hashes.Select(confirmations.IsConfirmed).OrderDescending());
        Assert.False(confirmations.AreAll);

        originals.Recheck([PersonalKind.Email], confirmations).Field(0, "mary@mail.example"u8);
        Assert.True(confirmations.AreAll);
    }

    [Fact]
    public void A_recheck_says_in_which_columns_the_originals_stand()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Name, "Zoltra Quibbleton"));
        var confirmations = new Confirmations(originals.In("john@mail.example").Fingerprints.Concat(originals.In("Zoltra Quibbleton").Fingerprints));
        var recheck = originals.Recheck([PersonalKind.Email, PersonalKind.FirstName, null, PersonalKind.LastName], confirmations, ["t.mail", "t.first", "t.kept", "t.last"]);
        recheck.Field(0, "john@mail.example"u8);
        recheck.Field(1, "Zoltra"u8);
        recheck.Field(3, "Quibbleton"u8);
        recheck.EndRow();
        Assert.True(confirmations.AreAll);
        Assert.Equal(["t.mail"], confirmations.SourcesOf(originals.In("john@mail.example").Fingerprints));
        Assert.Equal(["t.last"], confirmations.SourcesOf(originals.In("Zoltra Quibbleton").Fingerprints));
        Assert.Empty(confirmations.SourcesOf([UInt128.One]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Of_several_columns_with_the_same_original_the_first_is_named_whoever_reads_first(int first, int second)
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        var confirmations = new Confirmations(originals.In("john@mail.example").Fingerprints);
        string[] sources = ["a.mail", "b.mail"];
        foreach (var rank in new[] { first, second })
        {
            // Whoever comes before another one may still be the first.
            Assert.Equal(rank == 1 && first == 0, confirmations.AreAllUpTo(rank));
            originals.Recheck([PersonalKind.Email], confirmations, [sources[rank]], rank).Field(0, "john@mail.example"u8);
        }
        Assert.True(confirmations.AreAll);
        Assert.Equal(["a.mail"], confirmations.SourcesOf(originals.In("john@mail.example").Fingerprints));
    }

    [Fact]
    public void Tallies_of_several_scanners_add_up()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"));
        var tally = originals.In(["john@mail.example", "x"]);
        tally.Add(originals.In("see john@mail.example"));
        var hit = Assert.Single(tally.Hits());
        Assert.Equal(2, hit.Count);
        Assert.Single(hit.Found);
    }

    [Fact]
    public void Columns_that_can_hold_no_original_are_not_wanted()
    {
        ScannedColumn Column(TypeKind kind) => new(kind, "any", []);
        using var mails = Searched.For((PersonalKind.Email, "john@mail.example"));
        using var phones = Searched.For((PersonalKind.Phone, "0170 1234567"));
        Assert.False(FieldScanner.Wants(Column(TypeKind.Boolean), phones));
        Assert.False(FieldScanner.Wants(Column(TypeKind.Timestamp), phones));
        Assert.False(FieldScanner.Wants(Column(TypeKind.Integer), mails));
        Assert.True(FieldScanner.Wants(Column(TypeKind.Integer), phones));
        Assert.True(FieldScanner.Wants(Column(TypeKind.Text), mails));
    }

    [Theory]
    [InlineData("4b0f6c1e-8d2a-4f3b-9c5d-7e6f8a9b0c1d", true)]
    [InlineData("4B0F6C1E8D2A4F3B9C5D7E6F8A9B0C1D", true)]
    [InlineData("wolfgang.amadeus.mo@mail.example.org", false)]
    public void Columns_of_uuids_are_wanted_only_where_an_original_is_one(string original, bool isWanted)
    {
        using var originals = Searched.For((PersonalKind.RecordNumber, original));
        Assert.Equal(isWanted, FieldScanner.Wants(new ScannedColumn(TypeKind.Uuid, "uuid", []), originals));
    }

    [Theory]
    [InlineData("""{"contact": {"phones": ["x", "0170 1234567"]}}""", "$.contact.phones[*]")]
    [InlineData("""[{"a": 1}, {"0170 1234567": 2}]""", "$[*].*")]
    [InlineData("""{"john@mail.example": {"phone": "0170 1234567"}}""", "$.*.phone")]
    [InlineData("""{"any@thing": {"phone": 1701234567}}""", "$.*.phone")]
    [InlineData("""{"old": "{\"p\": \"0170 1234567\"}"}""", "$.p in $.old")]
    [InlineData("""{not json 0170 1234567}""", "")]
    public void The_path_inside_json_is_told_without_data(string json, string path)
    {
        using var originals = Searched.For((PersonalKind.Phone, "0170 1234567"), (PersonalKind.Email, "john@mail.example"));
        Assert.Equal(path, originals.In(json, TypeKind.Json, "jsonb").Hits().Single(hit => hit.Kind == PersonalKind.Phone).Path);
    }

    [Fact]
    public void Nothing_is_allocated_per_field_without_hits()
    {
        using var originals = Searched.For((PersonalKind.Email, "john@mail.example"), (PersonalKind.Phone, "0170 1234567"), (PersonalKind.Ip, "93.184.216.34"), (PersonalKind.Username, "jo_42"));
        var scanner = new FieldScanner(originals, [new ScannedColumn(TypeKind.Text, "text", [])]);
        var sink = originals.Collect([PersonalKind.Email]);
        void Round()
        {
            for (var i = 0; i < 1000; i++)
            {
                scanner.Field(0, "Jürgen's {\"note\": \"\\u00fc\\n\"} &amp; q=%40 2024-01-15 10:23 123 4567890 10.0.0.7 U29tZSB0ZXh0IHRvIGRlY29kZQ=="u8);
                sink.Field(0, "john@mail.example"u8);
                sink.EndRow();
            }
        }

        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }

    [Fact]
    public void An_address_that_comes_again_is_known_with_all_its_forms_wherever_it_came_first()
    {
        using var originals = new Originals(Searched.Key);
        var sink = originals.Collect([PersonalKind.Email]);
        sink.Field(0, "mary.poppins@gmail.example, john.smithers@googlemail.com"u8);
        var (count, distinct) = (originals.Count, originals.Distinct(PersonalKind.Email));
        sink.Field(0, "john.smithers@googlemail.com"u8);
        sink.Field(0, "john.smithers@googlemail.com"u8);
        originals.Freeze();
        Assert.Equal((count, distinct), (originals.Count, originals.Distinct(PersonalKind.Email)));
        Assert.False(originals.In("to john.smithers@gmail.com").IsEmpty);
        Assert.False(originals.In("/users/john.smithers").IsEmpty);
    }
}
