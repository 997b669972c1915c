namespace CiAnon.Stages.Trials;

/// <summary>The same draws in every plan (SplitMix64): what a plan says must not change from run to run.</summary>
internal sealed class SampleDraw(ulong seed)
{
    private ulong _state = seed;

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public long Between(long low, long high) => low + (long)(Next() % (ulong)(high - low + 1));

    public char OneOf(string letters) => letters[Below(letters.Length)];

    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
