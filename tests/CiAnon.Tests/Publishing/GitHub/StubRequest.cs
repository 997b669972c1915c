using System.Text;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>What was sent.</summary>
internal sealed record StubRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    public string Text => Encoding.UTF8.GetString(Content);
}
