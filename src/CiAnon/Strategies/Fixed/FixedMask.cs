using System.Text;

namespace CiAnon.Strategies.Fixed;

/// <summary>One result for every value.</summary>
internal sealed class FixedMask(string result) : Mask
{
    private readonly byte[] _result = Encoding.UTF8.GetBytes(result);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => output.Append(_result);
}
