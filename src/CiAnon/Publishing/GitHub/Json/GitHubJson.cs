using System.Text.Json.Serialization;

namespace CiAnon.Publishing.GitHub.Json;

/// <summary>The fields that are used, and no more: what GitHub adds doesn't disturb, what it leaves out is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(RepositoryInfo))]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(IReadOnlyList<Release>))]
[JsonSerializable(typeof(ReleaseAsset))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseAsset>))]
[JsonSerializable(typeof(ArtifactPage))]
[JsonSerializable(typeof(EventPayload))]
internal sealed partial class GitHubJson : JsonSerializerContext;
