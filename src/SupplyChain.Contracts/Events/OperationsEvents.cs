using SupplyChain.Access;
using SupplyChain.Imports;
using SupplyChain.Network;

namespace SupplyChain.Events;

/// <summary>An import was accepted.</summary>
/// <param name="Profile">The profile its file is read with.</param>
/// <param name="File">The name its file is kept under.</param>
/// <param name="DryRun">Whether it only reports.</param>
/// <param name="Tail">The feed's position then: what the import writes comes later.</param>
[CloudEventType("supplychain.import.started.v1")]
public sealed record ImportStarted(string Profile, string File, bool DryRun, string Tail);

/// <summary>The encoding of an import's file was named.</summary>
/// <param name="Charset">The encoding's IANA name.</param>
[CloudEventType("supplychain.import.charset-named.v1")]
public sealed record ImportCharsetNamed(string Charset);

/// <summary>It was said what an import's file is called where it comes from.</summary>
/// <param name="FileName">That name.</param>
[CloudEventType("supplychain.import.file-named.v1")]
public sealed record ImportFileNamed(string FileName);

/// <summary>Every row of an import's file is accounted for.</summary>
/// <param name="Report">What came of it.</param>
[CloudEventType("supplychain.import.completed.v1")]
public sealed record ImportCompleted(EventImportReport Report);

/// <summary>An import's file could not be read.</summary>
/// <param name="Report">What came of it.</param>
[CloudEventType("supplychain.import.failed.v1")]
public sealed record ImportFailed(EventImportReport Report);

/// <summary>What came of an import; rows = imported + unchanged + refused once it is completed.</summary>
/// <param name="Id">The import's number.</param>
/// <param name="Profile">The profile it was read with.</param>
/// <param name="DryRun">Whether it only reports.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">Data rows in the file; empty rows are none.</param>
/// <param name="Imported">Rows that changed something.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Refused">Rows that were not imported.</param>
/// <param name="Warnings">Values kept as unknown.</param>
/// <param name="EventsWritten">Events that it wrote.</param>
/// <param name="Errors">Findings in row order, refusals first.</param>
public sealed record EventImportReport(
    ImportId Id, string Profile, bool DryRun, ImportStatus Status, int Rows, int Imported, int Unchanged, int Refused,
    int Warnings, long EventsWritten, Items<EventImportFinding> Errors);

/// <summary>Something noticed in a file.</summary>
/// <param name="Row">The row's number, 1 for the one below the heading; 0 is the file as a whole.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">For people.</param>
public sealed record EventImportFinding(int Row, string Column, ImportSeverity Severity, string Code, string Message);

/// <summary>An import profile was saved or replaced.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Json">What it says, as the text of a JSON document.</param>
[CloudEventType("supplychain.import-profile.saved.v1")]
public sealed record ImportProfileSaved(string Name, string Json);

/// <summary>An import profile was deleted.</summary>
/// <param name="Name">Its name.</param>
[CloudEventType("supplychain.import-profile.deleted.v1")]
public sealed record ImportProfileDeleted(string Name);

/// <summary>A key was created; neither its text nor the digest of it is published.</summary>
/// <param name="Key">Its id, which is no secret.</param>
/// <param name="Name">Who or what is to use it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="ExpiresAt">From when on it is refused; null: it does not expire.</param>
/// <param name="Warehouses">The warehouses that it is limited to; null: it is not limited.</param>
[CloudEventType("supplychain.key.created.v1")]
public sealed record KeyCreated(
    KeyId Key, string Name, Role Role, DateTimeOffset? ExpiresAt, Items<WarehouseId>? Warehouses = null);

/// <summary>A key is accepted no longer.</summary>
/// <param name="Key">Its id.</param>
[CloudEventType("supplychain.key.revoked.v1")]
public sealed record KeyRevoked(KeyId Key);

/// <summary>An exception has another owner now, or none.</summary>
/// <param name="Owner">The planner who takes care of it; null when it has no owner.</param>
[CloudEventType("supplychain.exception.owned.v1")]
public sealed record ExceptionOwned(string? Owner);

/// <summary>Something was noted about an exception, or the note removed.</summary>
/// <param name="Note">The note; null when it was removed.</param>
[CloudEventType("supplychain.exception.noted.v1")]
public sealed record ExceptionNoted(string? Note);

/// <summary>The occurrence of an exception that began then is out of sight before a time.</summary>
/// <param name="Until">That time.</param>
/// <param name="Since">When the occurrence began.</param>
[CloudEventType("supplychain.exception.snoozed.v1")]
public sealed record ExceptionSnoozed(DateTimeOffset Until, DateTimeOffset Since);

/// <summary>An exception is to be seen again.</summary>
[CloudEventType("supplychain.exception.woken.v1")]
public sealed record ExceptionWoken;

/// <summary>The occurrence of an exception that began then needs no work any more, although its cause is
/// there.</summary>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="Since">When the occurrence began.</param>
[CloudEventType("supplychain.exception.resolved.v1")]
public sealed record ExceptionResolved(string Reason, DateTimeOffset Since);

/// <summary>An exception was resolved by mistake.</summary>
[CloudEventType("supplychain.exception.reopened.v1")]
public sealed record ExceptionReopened;
