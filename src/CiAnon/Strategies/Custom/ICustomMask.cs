namespace CiAnon.Strategies.Custom;

/// <summary>The function of a strategy of the team's own. Several threads call it at once.</summary>
public interface ICustomMask
{
    /// <summary>The pseudonym of a value, which is neither NULL nor empty; never null.</summary>
    /// <exception cref="Exception">The run stops. Of the exception, its type is told and never its message, which may quote the value.</exception>
    string Mask(string value);
}
