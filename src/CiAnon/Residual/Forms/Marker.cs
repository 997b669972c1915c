namespace CiAnon.Residual.Forms;

/// <summary>What a word stands for in an address that is spelled out.</summary>
internal enum Marker
{
    None,
    At,
    Dot,

    /// <summary>A hyphen, an underscore.</summary>
    Joint,
}
