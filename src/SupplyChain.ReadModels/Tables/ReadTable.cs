namespace SupplyChain.Tables;

/// <summary>One read table.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Columns">The columns by which two sets of read tables are compared.</param>
internal sealed record ReadTable(string Name, string Columns);
