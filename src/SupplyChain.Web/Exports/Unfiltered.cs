namespace SupplyChain.Exports;

/// <summary>The query of a list that cannot be filtered.</summary>
internal sealed record Unfiltered();
