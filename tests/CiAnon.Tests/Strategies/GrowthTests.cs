using CiAnon.Diagnostics;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>Long values are held whole, and what they took is given back.</summary>
public class GrowthTests
{
    [Theory]
    [InlineData(1000, 1001, 2000)]
    [InlineData(1000, 5000, 5000)]
    [InlineData(0, 10, 10)]
    [InlineData(64 << 20, (64 << 20) + 1, 96 << 20)]
    public void Buffers_grow_twofold_and_long_ones_by_half(int length, int least, int grown)
    {
        var bytes = new byte[length];
        if (length > 0) bytes[length - 1] = 7;
        Growth.Grow(ref bytes, least);
        Assert.Equal(grown, bytes.Length);
        if (length > 0) Assert.Equal(7, bytes[length - 1]);
    }

    [Fact]
    public void Only_a_long_buffer_is_given_back()
    {
        var (usual, grown) = (new byte[1000], new byte[64 << 20]);
        Growth.Release(ref usual);
        Growth.Release(ref grown);
        Assert.Equal((1000, 0), (usual.Length, grown.Length));
    }

    [Fact]
    public void A_mask_writes_on_after_its_long_value()
    {
        var output = new MaskOutput();
        output.Reserve(70 << 20)[0] = 1;
        output.Advance(70 << 20);
        output.Release();
        output.Clear();
        output.Append("short"u8);
        Assert.Equal("short"u8, output.Written);
    }

    [Fact]
    public void Too_little_memory_is_the_environments_fault()
    {
#pragma warning disable CA2201 // It is what the runtime throws.
        var told = Assert.Single(Failure.Of(new OutOfMemoryException()));
#pragma warning restore CA2201
        Assert.Equal((DiagnosticCodes.OutOfMemory, ExitCode.Environment), (told.Code, told.Code.Exit));
        Assert.Contains("--jobs 1", told.Message, StringComparison.Ordinal);
    }
}
