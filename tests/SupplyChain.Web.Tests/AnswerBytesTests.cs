using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain;

/// <summary>
/// What REST answers is a promise, byte for byte: of every answer one with all members filled and one with what has to
/// be there.
/// </summary>
public sealed class AnswerBytesTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData("orders")]
    [InlineData("shipments")]
    [InlineData("transfers")]
    [InlineData("inventory")]
    [InlineData("network")]
    [InlineData("operations")]
    [InlineData("imports")]
    [InlineData("views")]
    [InlineData("webhooks")]
    [InlineData("tenants")]
    [InlineData("problems")]
    public async Task An_answer_stays_as_it_was_promised(string subject)
    {
        var now = new Dictionary<string, string>();
        foreach (var one in AnswerSamples.All.Where(sample => sample.Subject == subject))
            now.Add(one.Name, await BytesAsync(one.Result));
        new GoldenLines($"Answers/{subject}.txt").ReadWith(now).Should().Equal(now);
    }

    [Fact]
    public void The_names_of_values_stay_as_they_were_promised()
    {
        var now = new Dictionary<string, string>
        {
            ["OrderStatus"] = Names<OrderStatus>(),
            ["AllocationStatus"] = Names<AllocationStatus>(),
            ["SourcingRule"] = Names<SourcingRule>(),
            ["RejectionReason"] = Names<RejectionReason>(),
            ["ShipmentStatus"] = Names<ShipmentStatus>(),
            ["ShipmentStanding"] = Names<ShipmentStanding>(),
            ["TransferStatus"] = Names<TransferStatus>(),
            ["HolderState"] = Names<HolderState>(),
            ["WarehouseStatus"] = Names<WarehouseStatus>(),
            ["ExceptionKind"] = Names<ExceptionKind>(),
            ["ExceptionStatus"] = Names<ExceptionStatus>(),
            ["FixAction"] = Names<FixAction>(),
            ["ImportProfileOrigin"] = Names<ImportProfileOrigin>(),
        };
        new GoldenLines("Answers/values.txt").ReadWith(now).Should().Equal(now);
    }

    [Fact]
    public void Every_answer_that_is_documented_is_among_the_samples()
    {
        var sampled = AnswerSamples.All.Select(sample => sample.Result.GetType())
            .Select(result => result.IsGenericType ? result.GenericTypeArguments[0] : result);
        site.Endpoints.SelectMany(endpoint => endpoint.Metadata.OfType<IProducesResponseTypeMetadata>())
            .Select(answer => answer.Type)
            .Where(type => type?.Namespace?.StartsWith("SupplyChain", StringComparison.Ordinal) == true)
            .Should().NotBeEmpty().And.BeSubsetOf(sampled);
    }

    private static string Names<T>() where T : struct, Enum =>
        string.Join(' ', Enum.GetValues<T>().Select(value => JsonSerializer.Serialize(value, WireJson.Options)));

    private static async Task<string> BytesAsync(IResult result)
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.Method = HttpMethods.Get;
        await result.ExecuteAsync(http);
        http.Response.ContentLength.Should().Be(body.Length);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
