namespace SupplyChain.Events;

/// <summary>
/// Names the published type whose <c>data</c> a record is. A record can be the data of several schemas of one type,
/// when the later ones only have more members.
/// </summary>
/// <param name="type">The type, for example <c>supplychain.order.placed.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CloudEventTypeAttribute(string type) : Attribute
{
    /// <summary>The type, for example <c>supplychain.order.placed.v1</c>.</summary>
    public string Type { get; } = type;
}
