namespace SupplyChain.Events;

/// <summary>
/// A customer's personal data was erased: names and addresses of its orders cannot be read any more.
/// </summary>
[CloudEventType("supplychain.customer.erased.v1")]
public sealed record CustomerErased;
