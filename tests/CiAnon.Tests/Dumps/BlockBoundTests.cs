using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Stages;

namespace CiAnon.Tests.Dumps;

/// <summary>A block that holds far more than is stored of it is refused while it is read, in every archive.</summary>
public sealed class BlockBoundTests : DumpFolder
{
    [Theory]
    [InlineData(DumpFormat.Custom, 2, true)]
    [InlineData(DumpFormat.Directory, 2, true)]
    [InlineData(DumpFormat.Custom, 250, false)]
    [InlineData(DumpFormat.Directory, 250, false)]
    public void The_option_says_how_much_more_it_may_hold(DumpFormat format, int limit, bool isRefused)
    {
        var builder = new ArchiveBuilder { ChunkSize = 4096 };
        builder.AddRows(8, "people", string.Concat(Enumerable.Repeat("1\tthe same row\n", 200_000)), "COPY public.people (id, name) FROM stdin;\n");
        builder.AddLargeObjects(11, (16400, new string('x', 3 << 20)));
        using var dump = DumpSource.Open(Write(builder, format), input: null, workDirectory: null, CancellationToken.None, limit);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData))
        {
            if (!isRefused)
            {
                Assert.NotEmpty(Read(dump, entry));
                continue;
            }
            var failure = Assert.Throws<CiAnonException>(() => Read(dump, entry));
            Assert.Equal("CIANON3020", failure.Diagnostics.Single().Code.Id);
            Assert.Contains($"{entry.FullName} of ", failure.Message, StringComparison.Ordinal);
        }
    }
}
