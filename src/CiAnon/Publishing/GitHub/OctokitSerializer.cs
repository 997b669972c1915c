using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiAnon.Publishing.GitHub.Json;
using Octokit.Internal;

namespace CiAnon.Publishing.GitHub;

/// <summary>
/// Reads our own models with the runtime's serializer, which takes what is missing for an error, and Octokit's with Octokit's, which doesn't.
/// </summary>
internal sealed class OctokitSerializer(OctokitTransport transport) : IJsonSerializer
{
    private static readonly SimpleJsonSerializer Octokits = new();

    public string Serialize(object item) => Octokits.Serialize(item);

    /// <exception cref="Diagnostics.CiAnonException">CIANON6004: the answer has another shape.</exception>
    public T Deserialize<T>(string json)
    {
        // Of an answer without content; whatever stands there, nobody asks for it.
        if (typeof(T) == typeof(object)) return default!;
        try
        {
            return (GitHubJson.Default.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> own ? JsonSerializer.Deserialize(json, own) : Octokits.Deserialize<T>(json))!;
        }
        catch (JsonException exception)
        {
            throw transport.Reply!.Unreadable(exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Octokit's serializer fails with whatever its conversions fail with, and with the value in the message.
            throw transport.Reply!.Unreadable();
        }
    }
}
