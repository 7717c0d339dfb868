using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SupplyChain.Operations;

namespace SupplyChain.Exports;

/// <summary>
/// Everything of a tenant as a ZIP. Once it has begun, a failure ends the connection: a file that is not whole lacks
/// its manifest, which is written last.
/// </summary>
internal sealed class TenantExport(SupplyChainClient chain) : IResult
{
    /// <summary>What it is.</summary>
    public const string MediaType = "application/zip";

    private const string Manifest = "manifest.json";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var running = httpContext.RequestServices.GetRequiredService<ExportLimit>().TryBegin();
        if (running is null)
        {
            await Problems.Of(429, detail: "Too many exports are running on this node.").ExecuteAsync(httpContext);
            return;
        }

        var stopping = httpContext.RequestAborted;
        // What cannot be read is known before anything is written.
        var first = await chain.Operations.ExportPageAsync(new(), stopping);
        var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var headers = httpContext.Response.Headers;
        httpContext.Response.ContentType = MediaType;
        headers.CacheControl = "no-store";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{chain.Tenant}-{now:yyyy-MM-dd}.zip",
        }.ToString();
        // The library writes the few bytes between two files while the thread waits.
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await WriteAsync(httpContext.Response.Body, first!, now, stopping);
    }

    private async Task WriteAsync(
        Stream body, ExportPage first, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(
            body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var files = new List<ExportedFile>();
        foreach (var (name, read) in TenantLists.Of(first))
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
            files.Add(await LinesFile.WriteAsync(entry, name, read(chain, cancellationToken), cancellationToken));
        }

        await using var manifest = await zip.CreateEntry(Manifest).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(
            manifest, new ExportManifest(chain.Tenant, now, first.Until, files), WireJson.Options, cancellationToken);
    }
}

/// <summary>What an export has.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="ExportedAt">When it was begun.</param>
/// <param name="Until">The position of the feed up to which its events are.</param>
/// <param name="Files">Its files.</param>
internal sealed record ExportManifest(
    TenantId Tenant, DateTimeOffset ExportedAt, string Until, IReadOnlyList<ExportedFile> Files);

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">How many lines it has, each a JSON document.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in hex.</param>
internal sealed record ExportedFile(string Name, long Lines, string Sha256);
