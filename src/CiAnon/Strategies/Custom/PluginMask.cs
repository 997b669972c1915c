using System.Text;

namespace CiAnon.Strategies.Custom;

/// <summary>Calls the function of a strategy of the team's own, and lets nothing of its exceptions out but their type.</summary>
internal sealed class PluginMask(string name, ICustomMask custom) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        string? result;
        try
        {
            result = custom.Mask(Encoding.UTF8.GetString(value));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new MaskException($"makes plug-in '{name}' fail with {failure.GetType().Name}, whose message isn't shown, as it may quote the value");
        }
        if (result is null) throw new MaskException($"gets null from plug-in '{name}', which must give a text");
        output.Advance(Encoding.UTF8.GetBytes(result, output.Reserve(Encoding.UTF8.GetMaxByteCount(result.Length))));
    }
}
