using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>How far the tables are, as the leading projector has told.</summary>
/// <param name="Position">They show everything up to here.</param>
/// <param name="Handovers">Changes with every batch that left work for another actor.</param>
/// <param name="Warehouses">Changes with every batch that changed a warehouse.</param>
internal sealed record ProjectionState(Position Position, long Handovers, long Warehouses);
