namespace CiAnon.Hosts;

/// <summary>No host, or one that only shows what is printed.</summary>
public sealed class PlainHost : CiHost
{
    public override string Name => "plain";
}
