using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupplyChain.Host.Remote;

/// <summary>An export as it was received: what its manifest says, which was compared with its files.</summary>
internal sealed record ReceivedExport(
    string Tenant, DateTimeOffset ExportedAt, string Until, IReadOnlyList<ReceivedExport.File> Files)
{
    private const string Manifest = "manifest.json";

    /// <summary>Reads an export.</summary>
    /// <exception cref="VerbException">It is not whole.</exception>
    public static async Task<ReceivedExport> CheckAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellationToken);
            await using var manifest = await Entry(zip, Manifest).OpenAsync(cancellationToken);
            var export = await JsonSerializer.DeserializeAsync<ReceivedExport>(
                manifest, JsonSerializerOptions.Web, cancellationToken);
            foreach (var file in export!.Files)
            {
                await using var content = await Entry(zip, file.Name).OpenAsync(cancellationToken);
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                if (digest != file.Sha256)
                    throw new VerbException($"{file.Name} arrived otherwise than it was sent; export again.");
            }

            return export;
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            throw new VerbException("The export was cut off; export again.", inner: failure);
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) =>
        zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.");

    /// <summary>A file of an export.</summary>
    internal sealed record File(string Name, long Lines, string Sha256);
}
