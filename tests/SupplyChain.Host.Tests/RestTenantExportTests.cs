using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Everything of the tenant as a file, from a node as an operator starts it.</summary>
public sealed class RestTenantExportTests(RestNode node)
{
    private readonly RestWorld _world = new(node);

    [Fact]
    public async Task It_has_every_event_and_list_with_what_is_personal_and_not_erased()
    {
        var sku = await _world.StockedAsync(await _world.WarehouseAsync(), 100);
        var (erased, kept) = (_world.Id("C"), _world.Id("C"));
        var (gone, amended) = (await PlacedAsync(sku, erased), await PlacedAsync(sku, kept));
        (await node.SendAsync("POST", $"customers/{erased}/erase")).Should(200);
        (await node.SendAsync("PATCH", $"orders/{amended}", """{"priority":4}""")).Should(200);
        var view = _world.Id("V");
        (await node.SendAsync("PUT", $"views/orders/{view}?owner=Ana", """{"query":"late=true"}""")).Should(201);
        await _world.EventuallyAsync($"orders?customer={kept}", answer => answer.Items.Count == 1);

        var files = await FilesAsync(await node.Http.GetByteArrayAsync("export"));

        var events = files["events.ndjson"];
        foreach (var entity in events.GroupBy(one => Text(one, "subject")))
        {
            entity.Select(one => one.GetProperty("sequence").GetInt64())
                .Should().Equal(Enumerable.Range(1, entity.Count()).Select(number => (long)number), entity.Key);
        }
        Personal(events, amended).Should().Equal(
            ("supplychain.order.placed.v1", $"Person of {kept}"),
            ("supplychain.order.amended.v1", $"Person of {kept}"));
        Personal(events, gone).Should().BeEmpty();
        files["orders.ndjson"].Select(order => Text(order, "number")).Should().Contain([gone, amended]);
        files["products.ndjson"].Select(product => Text(product, "sku")).Should().Contain(sku);
        files["views.ndjson"].Select(one => Text(one.GetProperty("view"), "name")).Should().Contain(view);
    }

    [Fact]
    public async Task The_verb_writes_a_whole_file_or_none()
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-export-");
        try
        {
            var file = Path.Combine(folder.FullName, "all.zip");
            string[] export = ["export", file, "--json", "--url", new Uri(node.Http.BaseAddress!, "/").ToString()];

            var first = await OwnProgram.RunAsync(export);
            var second = await OwnProgram.RunAsync(export);

            first.Code.Should().Be(0, first.Error);
            var told = JsonDocument.Parse(first.Output).RootElement;
            (await FilesAsync(await File.ReadAllBytesAsync(file))).Keys.Should().Equal(
                told.GetProperty("files").EnumerateArray().Select(one => Text(one, "name")));
            second.Code.Should().Be(1);
            second.Error.Should().Contain("is there already");
            folder.GetFiles().Should().ContainSingle("what is not whole is deleted");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The files but the manifest, which has to be right about them.</summary>
    private static async Task<Dictionary<string, JsonElement[]>> FilesAsync(byte[] export)
    {
        using var zip = new ZipArchive(new MemoryStream(export));
        var manifest = JsonDocument.Parse(await BytesAsync(zip.Entries[^1])).RootElement;
        var files = new Dictionary<string, JsonElement[]>();
        foreach (var (file, entry) in manifest.GetProperty("files").EnumerateArray().Zip(zip.Entries.SkipLast(1)))
        {
            var bytes = await BytesAsync(entry);
            var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Text(file, "name").Should().Be(entry.FullName);
            file.GetProperty("lines").GetInt64().Should().Be(lines.Length);
            Text(file, "sha256").Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
            files.Add(entry.FullName, [.. lines.Select(line => JsonDocument.Parse(line).RootElement)]);
        }
        return files;
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static IEnumerable<(string Type, string Name)> Personal(IEnumerable<JsonElement> events, string order) =>
        from one in events
        where Text(one, "subject") == $"order/{order}" && one.TryGetProperty("personal", out _)
        select (Text(one, "type"), Text(one.GetProperty("personal"), "name"));

    private static string Text(JsonElement document, string member) => document.GetProperty(member).GetString()!;

    private async Task<string> PlacedAsync(string sku, string customer)
    {
        var number = _world.Id("O");
        (await node.SendAsync("PUT", $"orders/{number}", JsonSerializer.Serialize(new
        {
            customer,
            shipTo = new { country = "FR", name = $"Person of {customer}", address = "1 Street" },
            lines = new[] { new { line = 1, sku, quantity = 1 } },
        }))).Should(201);
        return number;
    }
}
