using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain;

/// <summary>Asks through the SDK, which repeats by itself. Answers are told as REST tells them.</summary>
internal sealed class SdkCaller(SupplyChainClient client) : ICaller
{
    private static readonly JsonSerializerOptions Json = new(NodeHttp.Json)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new Instants() },
    };

    /// <inheritdoc/>
    public TimeSpan Patience => OpenLoad.Deadline;

    /// <inheritdoc/>
    public async Task<NodeAnswer?> TrySendAsync(Operation operation, int attempt, CancellationToken patience)
    {
        try
        {
            return await SendAsync(operation, patience);
        }
        catch (Exception unable) when (unable is BusyException or UnavailableException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<NodeAnswer> SendAsync(Operation asked, CancellationToken patience) => asked.Deed switch
    {
        Deed.Place => Told(await client.Orders.PlaceAsync(asked.Subject, Read<PlaceOrder>(asked), patience)),
        Deed.Cancel => Told(await client.Orders.CancelAsync(asked.Subject, Read<CancelOrder>(asked), patience)),
        Deed.Release => Told(await client.Orders.ReleaseAsync(asked.Subject, Read<ReleaseOrder>(asked), patience)),
        Deed.Receive => Told(await client.Inventory.RecordReceiptAsync(
            asked.Subject, Read<RecordReceipt>(asked), patience)),
        Deed.Adjust => Told(await client.Inventory.RecordAdjustmentAsync(
            asked.Subject, Read<RecordAdjustment>(asked), patience)),
        Deed.Report => Told(await client.Shipments.RecordAsync(
            asked.Subject, Read<RecordMilestone>(asked) with { Id = asked.Milestone }, patience)),
        Deed.Close => Told(await client.Warehouses.CloseAsync(
            asked.Subject, Read<CloseWarehouse>(asked), patience)),
        Deed.Open => Told(await client.Warehouses.OpenAsync(asked.Subject, Read<OpenWarehouse>(asked), patience)),
        _ => throw new InvalidOperationException($"The SDK cannot {asked.Deed}."),
    };

    private static T Read<T>(Operation operation) =>
        JsonSerializer.Deserialize<T>(operation.Body, Json) ?? throw new JsonException("The body is null.");

    private static NodeAnswer Told<T>(Reply<T> reply) where T : class => reply switch
    {
        { Accepted: true } => Answer(200, reply.Value),
        { Refusal: { } refusal } => Answer(409, new { code = refusal.Code(), detail = reply.Message }),
        { Status: ReplyStatus.NotFound } => Answer(404, new { detail = reply.Message }),
        _ => Answer(422, new { errors = reply.Faults }),
    };

    private static NodeAnswer Answer<T>(int status, T body) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, Json));

    /// <summary>An instant of a body; the witness leaves none open and knows them all.</summary>
    private sealed class Instants : JsonConverter<OccurredAt>
    {
        public override OccurredAt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, OccurredAt value, JsonSerializerOptions options) =>
            throw new NotSupportedException("No answer has one.");
    }
}
