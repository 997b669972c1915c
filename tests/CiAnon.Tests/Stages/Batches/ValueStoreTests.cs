using CiAnon.Stages.Batches;
using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Batches;

public class ValueStoreTests
{
    private const int Seed = 20261129;

    [Theory]
    [InlineData(0)]
    [InlineData(200_000)]
    [InlineData(1 << 30)]
    public void Values_come_back_in_any_order_wherever_they_were_kept(long memory)
    {
        var random = new Random(Seed);
        var folder = Directory.CreateTempSubdirectory("ci-anon-values-");
        using (var store = new ValueStore(folder.FullName, memory))
        {
            var values = Enumerable.Range(0, 3000).Select(_ => random.Next(20) == 0 ? null : Value(random)).ToList();
            foreach (var value in values)
            {
                if (value is null) store.AddNull();
                else store.Add(value);
            }
            Assert.Equal(memory < 1 << 20, store.Spilled > 0);
            // Their file has no name.
            Assert.Empty(folder.GetFileSystemInfos());
            var output = new MaskOutput();
            foreach (var index in Enumerable.Range(0, values.Count).OrderBy(_ => random.Next()))
            {
                output.Clear();
                Assert.Equal(values[index] is not null, store.Read(index, output));
                Assert.True(output.Written.SequenceEqual(values[index]), $"seed {Seed}, value {index}");
            }
        }
        folder.Delete(recursive: true);
    }

    private static byte[] Value(Random random)
    {
        var value = new byte[random.Next(50) == 0 ? random.Next(200_000) : random.Next(200)];
        random.NextBytes(value);
        return value;
    }
}
