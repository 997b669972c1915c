namespace CiAnon.Hosts;

/// <summary>How much an issue matters.</summary>
public enum IssueLevel
{
    Note,
    Warning,
    Error,
}
