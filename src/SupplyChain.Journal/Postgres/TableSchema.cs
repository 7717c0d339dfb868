namespace SupplyChain.Journal.Postgres;

/// <summary>Where the tables lie that are made beside the journal's and can be made again from it.</summary>
/// <param name="Name">The schema.</param>
internal sealed record TableSchema(string Name);
