namespace SupplyChain.Operations;

/// <summary>Which events are wanted of the feed.</summary>
/// <param name="Types">
/// Only these types (for example <c>supplychain.order.allocated.v1</c>), or those that begin with what stands before a
/// <c>*</c> at the end (<c>supplychain.order.*</c>); none for all.
/// </param>
/// <param name="Subject">
/// Only events of this subject (for example <c>order/ERP-4711</c>), or of those that begin with what stands before a
/// <c>*</c> at the end (<c>order/*</c>); at most 300 characters, null for all.
/// </param>
public sealed record EventQuery(Items<string> Types = default, string? Subject = null);
