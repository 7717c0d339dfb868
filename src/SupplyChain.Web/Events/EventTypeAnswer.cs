namespace SupplyChain.Events;

/// <summary>A type of event.</summary>
/// <param name="Type">Its name, for example <c>supplychain.order.allocated.v1</c>.</param>
/// <param name="Description">What happened.</param>
/// <param name="Schema">The path of the JSON schema of its data.</param>
[SchemaName("EventType")]
public sealed record EventTypeAnswer(string Type, string Description, string Schema)
{
    internal static EventTypeAnswer Of(string type) =>
        new(type, EventSchemas.Describe(type), $"{EventSchemas.Path}/{type}");
}
