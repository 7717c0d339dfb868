using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Views;

namespace SupplyChain;

/// <summary>Schemas of types that write themselves: identifiers, lists, instants, raw JSON.</summary>
internal static class OpenApiSchemas
{
    private static readonly HashSet<Type> Replies =
    [
        typeof(OrderDetails), typeof(ReceiptDetails), typeof(AdjustmentDetails), typeof(ProductDetails),
        typeof(WarehouseDetails), typeof(ShipmentDetails), typeof(ClosingAnswer), typeof(SavedView),
    ];

    private static readonly HashSet<Type> Foreseen =
        [typeof(OrderDetails), typeof(AdjustmentDetails), typeof(ClosingAnswer)];

    private const string IdentifierText =
        "Case-sensitive. To write any other text as an id: of its UTF-8 form (NFC), each byte that is none of "
        + "A-Z a-z 0-9 . _ : - becomes ~ and two capital hex digits, so 'AB/12 ü' becomes 'AB~2F12~20~C3~BC'; what "
        + "does not begin with a letter or digit then gets 'x~' in front. An id is never turned back here.";

    /// <summary>The schema of an identifier.</summary>
    public static OpenApiSchema Identifier() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = "^[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}$",
        Description = IdentifierText,
    };

    /// <summary>Corrects what cannot be read off the types.</summary>
    public static async Task ShapeAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (IsIdentifier(type))
        {
            var identifier = Identifier();
            (schema.Type, schema.Pattern) = (identifier.Type, identifier.Pattern);
            schema.Description ??= identifier.Description;
        }
        else if (IsList(type))
        {
            // The elements of a list that may be absent come by here a second time, shaped already.
            if (schema.Type is not null)
                return;
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(
                type.GetGenericArguments()[0], null, cancellationToken);
        }
        else if (type == typeof(OccurredAt))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
            schema.Properties = null;
            schema.Required = null;
            schema.Description = "RFC 3339 with offset, at most 5 minutes ahead; null for unknown, absent for now.";
        }
        else
        {
            Members(schema, type, context.JsonPropertyInfo);
            if (Foreseen.Contains(type))
                await ConsequencesAsync(schema, context, cancellationToken);
        }
    }

    /// <summary>What stands beside the members of an entity in the answer to <c>dryRun=true</c>.</summary>
    private static async Task ConsequencesAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var seen = await context.GetOrCreateSchemaAsync(typeof(Consequences), null, cancellationToken);
        foreach (var (name, member) in seen.Properties ?? new Dictionary<string, IOpenApiSchema>())
            schema.Properties?.TryAdd(name, member);
    }

    private static void Members(OpenApiSchema schema, Type type, JsonPropertyInfo? property)
    {
        if (property is { Name: "data" } && WireJson.WithJsonData.Contains(property.DeclaringType))
        {
            schema.Type = JsonSchemaType.Object;
        }

        schema.Required?.ExceptWith(WireJson.OptionalMembers(type));
        if (Replies.Contains(type))
        {
            schema.Properties?.TryAdd("replayed", new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Description = "In answers to commands: whether the same had been carried out before.",
            });
        }

        if (type == typeof(RecordMilestone))
        {
            schema.Properties?.Remove("id");
            schema.Required?.Remove("id");
        }
        else if (type == typeof(VoidMilestone))
        {
            schema.Properties?.Remove("id");
            schema.Required?.Remove("id");
        }
        else if (type == typeof(AmendOrder) || type == typeof(AmendOrderLine) || type == typeof(AttendException))
        {
            // In JSON it is the member itself that is null.
            foreach (var flag in schema.Properties?.Keys.Where(IsClearing).ToArray() ?? [])
                schema.Properties!.Remove(flag);
        }
        else if (type == typeof(CancelShipment))
        {
            schema.Properties?.Remove("onlyIfPlanned");
            schema.Required?.Clear();
        }
        else if (type == typeof(PutView))
        {
            // They are in the address.
            foreach (var member in (string[])["name", "owner"])
            {
                schema.Properties?.Remove(member);
                schema.Required?.Remove(member);
            }
        }
        else if (type == typeof(PutProduct))
        {
            schema.Properties?.TryAdd("tracking", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["None"] });
        }
    }

    private static bool IsClearing(string member) => member.StartsWith("clear", StringComparison.Ordinal);

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>);

    private static bool IsIdentifier(Type type) => type.GetInterfaces().Any(
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
