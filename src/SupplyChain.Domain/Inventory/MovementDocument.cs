namespace SupplyChain.Inventory;

/// <summary>The document behind a movement of stock.</summary>
/// <param name="Kind">The document kind: that of the document's stream, such as <c>receipt</c>.</param>
/// <param name="Id">The document.</param>
/// <param name="Line">The line of it, from 0; null when the document has no lines or moves them together.</param>
public sealed record MovementDocument(string Kind, string Id, int? Line = null);
