using System.Text;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A file is imported by whichever node does it, wherever it was received.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class ImportingTests
{
    private const string Heading =
        "ID,Project Code,PO / SO #,ASN/DN #,Country,Shipment Mode,PQ First Sent to Client Date,PO Sent to Vendor Date,"
        + "Scheduled Delivery Date,Delivered to Client Date,Vendor,Item Description,Line Item Quantity,Line Item Value,"
        + "Weight (Kilograms),Freight Cost (USD)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_node_with_REST_only_takes_a_file_that_another_one_imports()
    {
        await using var nodes = await Nodes.NoneAsync();
        await nodes.StartAsync("--role", "silo");
        var web = nodes.Http(await nodes.StartAsync("--role", "web"));

        var report = await EndedAsync(() => web, await StartAsync(web, rows: 20));

        report.Should().BeEquivalentTo(new { Status = "completed", Rows = 20, Imported = 20, Refused = 0 });
    }

    [Fact]
    public async Task A_job_whose_node_is_killed_goes_on_in_another()
    {
        await using var nodes = await Nodes.NoneAsync();
        var ports = new[] { FreePort.Next(), FreePort.Next() };
        var two = await Task.WhenAll(ports.Select(port => nodes.StartAsync("--silo-port", $"{port}")));
        var http = two.Select(nodes.Http).ToList();
        var id = await StartAsync(http[0], rows: 1_500);
        var status = await http[0].GetAsync<SeenStatus>("status");
        var at = status.Silos!.Single(silo => silo.Kinds!.Any(kind => kind is { Kind: "import", Actors: > 0 })).Name;
        var importing = Array.FindIndex(ports, port => at.EndsWith($"-{port}", StringComparison.Ordinal));

        (await http[0].GetAsync<SeenImport>($"imports/{id}")).Status.Should().NotBe("completed");
        two[importing].Kill();

        var left = http[1 - importing];
        var report = await EndedAsync(() => left, id);
        report.Status.Should().Be("completed");
        (report.Rows, report.Refused).Should().Be((1_500, 0));
        (report.Imported + report.Unchanged).Should().Be(1_500);
        (await left.PostAsync("verify")).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    private static async Task<string> StartAsync(NodeHttp http, int rows)
    {
        var lines = Enumerable.Range(1, rows).Select(row =>
            $"{row},100-CI,PO-{row / 3},ASN-{row},Vietnam,Air,Pre-PQ Process,6/2/06,3-Jun-06,4-Jun-06,Ranbaxy Ltd.,"
            + "\"HIV test, 30\",19,551.5,13,780.34");
        var file = Encoding.UTF8.GetBytes(string.Join('\n', [Heading, .. lines]));
        var answer = await http.SendAsync(HttpMethod.Post, "imports?profile=scms", file);
        return answer.Accepted("POST imports").Read<SeenImport>().Id;
    }

    private static async Task<SeenImport> EndedAsync(Func<NodeHttp> http, string id)
    {
        SeenImport? seen = null;
        var ended = await Deadline.WaitAsync(Patience, async () =>
            await http().TrySendAsync(HttpMethod.Get, $"imports/{id}") is { Acknowledged: true } answer
                && (seen = answer.Read<SeenImport>()).Status is "completed" or "failed");
        ended.Should().NotBeNull("the import ends");
        return seen!;
    }

    private sealed record SeenImport(
        string Id, string Status, int Rows, int Imported, int Unchanged, int Refused);
}
