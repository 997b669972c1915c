using System.Net;
using System.Security.Cryptography;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;

namespace CiAnon.Publishing.GitHub;

/// <summary>
/// Brings a file up under a name of its own. An upload that broke off may have arrived, or half of it: GitHub is asked before it is
/// sent again.
/// </summary>
internal sealed class AssetUpload(GitHubClient client, Release release, ReleaseFile file)
{
    public const string Suffix = ".partial";

    private const int MostTries = 3;

    // Names that nobody else uses, so that what is found under them is ours.
    private readonly string _name = $"{file.Name}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}{Suffix}";

    /// <exception cref="CiAnonException">CIANON6001 to 6003: GitHub refused it; CIANON6011: what arrived is something else.</exception>
    public ReleaseAsset Run(CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var reply = client.UploadAsset(release, _name, file, out var asset, ct);
            if (!reply.IsSuccess && !MayHaveArrived(reply)) throw client.Failure(reply);
            asset ??= Find(ct);
            if (asset is not null && Difference(asset) is null) return asset;
            if (asset is not null) client.DeleteAsset(asset.Id, ct);
            if (tries == MostTries) throw Broken(reply, asset);
            client.Sleep(Patience.Backoff(tries), ct);
        }
    }

    /// <summary>What is left of an upload that failed goes.</summary>
    public void Undo(CancellationToken ct)
    {
        if (Find(ct) is { } asset) client.DeleteAsset(asset.Id, ct);
    }

    // 422: the name is taken, by an earlier try.
    private static bool MayHaveArrived(GitHubReply reply) => reply.IsUncertain || reply.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.InternalServerError;

    private ReleaseAsset? Find(CancellationToken ct) => client.Assets(release.Id, ct).FirstOrDefault(asset => asset.Name == _name);

    /// <summary>Null when GitHub has the file as it is here.</summary>
    private string? Difference(ReleaseAsset asset)
    {
        if (asset.Name != _name) return "GitHub gave it another name";
        if (asset.State != "uploaded") return $"its state is {Hosts.Printable.Line(asset.State)}";
        if (asset.Size != file.Bytes) return $"{asset.Size} of {file.Bytes} bytes arrived";
        // Servers older than the digest can only be asked for the size.
        return asset.Digest is null || asset.Digest == $"sha256:{file.Sha256}" ? null : "its SHA-256 is another";
    }

    private CiAnonException Broken(GitHubReply reply, ReleaseAsset? asset) => reply.IsSuccess || asset is not null
        ? new CiAnonException(DiagnosticCodes.UploadBroken, $"{file.Name} doesn't arrive as it is here: {Difference(asset!)}. Nothing of it was left on the release")
        : client.Failure(reply);
}
