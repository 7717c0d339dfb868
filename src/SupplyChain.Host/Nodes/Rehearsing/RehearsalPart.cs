namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>What makes a node one that only rehearses.</summary>
/// <param name="Joins">The node whose silo it joins and whose data it works on; null: it begins with its own.</param>
internal sealed record RehearsalPart(RehearsedNode? Joins);
