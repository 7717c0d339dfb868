using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>What the OpenAPI document says of bodies is what their readers take.</summary>
public sealed class BodyDocumentTests(Website site) : IClassFixture<Website>
{
    internal static readonly Dictionary<Type, Func<BodyReader, object>> Readers = new()
    {
        [typeof(PlaceOrderBody)] = PlaceOrderBody.Read,
        [typeof(AmendOrderBody)] = AmendOrderBody.Read,
        [typeof(CancelOrderBody)] = CancelOrderBody.Read,
        [typeof(ResourceOrderBody)] = ResourceOrderBody.Read,
        [typeof(ReleaseOrderBody)] = ReleaseOrderBody.Read,
        [typeof(RecordMilestoneBody)] = body => RecordMilestoneBody.Read(body, "M-1"),
        [typeof(VoidMilestoneBody)] = body => VoidMilestoneBody.Read(body, "M-1"),
        [typeof(CancelShipmentBody)] = CancelShipmentBody.Read,
        [typeof(RequestTransferBody)] = RequestTransferBody.Read,
        [typeof(ReleaseTransferBody)] = ReleaseTransferBody.Read,
        [typeof(ReceiveTransferBody)] = body => ReceiveTransferBody.Read(body, "R-1"),
        [typeof(CancelTransferBody)] = CancelTransferBody.Read,
        [typeof(PutProductBody)] = PutProductBody.Read,
        [typeof(RecordReceiptBody)] = RecordReceiptBody.Read,
        [typeof(RecordAdjustmentBody)] = RecordAdjustmentBody.Read,
        [typeof(PutWarehouseBody)] = PutWarehouseBody.Read,
        [typeof(CloseWarehouseBody)] = CloseWarehouseBody.Read,
        [typeof(OpenWarehouseBody)] = OpenWarehouseBody.Read,
        [typeof(AttendExceptionBody)] = AttendExceptionBody.Read,
        [typeof(CreateKeyBody)] = CreateKeyBody.Read,
        [typeof(PutTenantBody)] = PutTenantBody.Read,
        [typeof(PutWebhookBody)] = PutWebhookBody.Read,
        [typeof(ReplayWebhookBody)] = ReplayWebhookBody.Read,
        [typeof(PutConsumerBody)] = body => PutConsumerBody.Read(body, "C-1"),
        [typeof(PutViewBody)] = body => PutViewBody.Read(body, new("Mine", "Ada")),
    };

    [Fact]
    public void Every_documented_body_has_its_reader_here() =>
        site.Endpoints.SelectMany(endpoint => endpoint.Metadata.OfType<Documented>())
            .Select(documented => documented.Body).OfType<Type>().Distinct()
            .Should().BeEquivalentTo(Readers.Keys);

    [Fact]
    public void A_reader_takes_every_documented_member_and_no_other()
    {
        foreach (var (type, read) in Readers)
        {
            var faults = new BodyFaults();
            string[] asked = [];
            BodyReader.Read(Parsed(Filled(type)), "", faults, body =>
            {
                var command = read(body);
                asked = [.. body.Asked.Distinct()];
                return command;
            });
            faults.All.Where(fault => fault.Code == FaultCodes.UnknownMember)
                .Should().BeEmpty("{0} is documented with that member", type);
            asked.Should().BeEquivalentTo(Members(type), "{0} documents what is read", type);
        }
    }

    [Fact]
    public void A_reader_misses_exactly_the_members_that_are_documented_as_required()
    {
        foreach (var (type, read) in Readers)
        {
            var faults = new BodyFaults();
            BodyReader.Read(Parsed(new JsonObject()), "", faults, read);
            var required = type.GetProperties().Where(property => property.IsDefined(
                typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false));
            faults.All.Where(fault => fault.Code == FaultCodes.Required).Select(fault => fault.Pointer[1..])
                .Should().BeEquivalentTo(required.Select(Name), "{0} documents what is required", type);
        }
    }

    /// <summary>An object with every documented member, the parts of parts included.</summary>
    private static JsonObject Filled(Type type) => new(type.GetProperties().Select(property =>
        KeyValuePair.Create(Name(property), Value(property.PropertyType))));

    private static JsonNode? Value(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Items<>))
            return new JsonArray(Value(plain.GenericTypeArguments[0]));
        return plain.Name.EndsWith("Body", StringComparison.Ordinal) ? Filled(plain) : JsonValue.Create("x");
    }

    private static IEnumerable<string> Members(Type type) => type.GetProperties().Select(Name);

    private static string Name(System.Reflection.PropertyInfo property) =>
        JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static JsonElement Parsed(JsonObject body)
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        return document.RootElement.Clone();
    }
}
