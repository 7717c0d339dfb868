namespace SupplyChain.Operations;

/// <summary>Reads events of a tenant for its export, the oldest first.</summary>
/// <param name="After">The <c>next</c> of the page before; null for the first.</param>
/// <param name="Until">
/// The <c>until</c> of the page before; null for the first: the export ends where the feed does then.
/// </param>
/// <param name="Limit">How many, 1 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("read-export")]
public sealed record ReadExport(
    [property: Id(0)] string? After = null, [property: Id(1)] string? Until = null, [property: Id(2)] int Limit = 200);

/// <summary>A page of an export.</summary>
/// <param name="Events">The events.</param>
/// <param name="Next">Where to read on; null behind the last page.</param>
/// <param name="Until">Where the export ends: a position of the feed.</param>
[GenerateSerializer, Immutable, Alias("export-page")]
public sealed record ExportPage(
    [property: Id(0)] Items<ExportedEvent> Events, [property: Id(1)] string? Next, [property: Id(2)] string Until);

/// <summary>An event with who caused it, and what is personal in it.</summary>
/// <param name="Entry">What was done, by whom.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="Data">The published data, as JSON.</param>
/// <param name="Personal">The personal data in it; null when there is none, or when it was erased.</param>
[GenerateSerializer, Immutable, Alias("exported-event")]
public sealed record ExportedEvent(
    [property: Id(0)] AuditEntry Entry,
    [property: Id(1)] DateTimeOffset? OccurredAt,
    [property: Id(2)] string Data,
    [property: Id(3)] PersonalFields? Personal);

/// <summary>What is personal in an order.</summary>
/// <param name="Name">The recipient's name; null when there is none.</param>
/// <param name="Address">The recipient's address; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("personal-fields")]
public sealed record PersonalFields([property: Id(0)] string? Name, [property: Id(1)] string? Address);
