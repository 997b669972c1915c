namespace CiAnon.Strategies;

/// <summary>A value that a strategy can't mask. The reason never repeats the value; the caller adds table, column and row number.</summary>
public sealed class MaskException(string reason) : Exception(reason);
