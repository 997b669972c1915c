namespace CiAnon.Strategies.Containers;

/// <summary>Numbers the rules of a strategy inside of a part as the value around it does.</summary>
internal sealed class NestedSink(IInnerSink sink, int first) : IInnerSink
{
    public void Part(int rule, ReadOnlySpan<byte> part) => sink.Part(first + rule, part);
}
