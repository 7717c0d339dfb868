namespace SupplyChain.Operations;

/// <summary>Reads the audit trail: who did what, the newest first.</summary>
/// <param name="After">The <c>next</c> of the page before; null for the newest.</param>
/// <param name="Limit">How many, 1 to 1,000.</param>
/// <param name="Actors">Only what these did: names of keys; none for all.</param>
/// <param name="Correlation">Only what belongs to this request; null for all.</param>
/// <param name="Subject">Only of this entity, as <c>kind/id</c>; null for all.</param>
/// <param name="Types">
/// Only these types of events, or those that begin with what stands before a <c>*</c> at the end; none for all.
/// </param>
/// <param name="From">Only what was recorded then or later; null for all.</param>
/// <param name="To">Only what was recorded before; null for all.</param>
[GenerateSerializer, Immutable, Alias("read-audit")]
public sealed record ReadAudit(
    [property: Id(0)] string? After,
    [property: Id(1)] int Limit = 100,
    [property: Id(2)] Items<string> Actors = default,
    [property: Id(3)] string? Correlation = null,
    [property: Id(4)] string? Subject = null,
    [property: Id(5)] Items<string> Types = default,
    [property: Id(6)] DateTimeOffset? From = null,
    [property: Id(7)] DateTimeOffset? To = null);

/// <summary>Something that was done.</summary>
/// <param name="Event">The event's id, for example <c>order/ERP-4711/3</c>.</param>
/// <param name="Type">The event's type, for example <c>supplychain.order.cancelled.v2</c>.</param>
/// <param name="Subject">The entity, for example <c>order/ERP-4711</c>.</param>
/// <param name="Sequence">The entity's version after it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Actor">
/// Who did it: the name of the key that was shown; a name of the product's own, such as <c>system</c>, for what it went
/// on with by itself.
/// </param>
/// <param name="Correlation">The request that it belongs to, shared by everything that followed from it.</param>
[GenerateSerializer, Immutable, Alias("audit-entry")]
public sealed record AuditEntry(
    [property: Id(0)] string Event,
    [property: Id(1)] string Type,
    [property: Id(2)] string Subject,
    [property: Id(3)] long Sequence,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] string Actor,
    [property: Id(6)] string Correlation);
