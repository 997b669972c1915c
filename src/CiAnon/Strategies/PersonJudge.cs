namespace CiAnon.Strategies;

/// <summary>Whether a text may name a person.</summary>
public delegate bool PersonJudge(ReadOnlySpan<byte> text);
