namespace SupplyChain.Imports;

/// <summary>Why a cell's text cannot be taken.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Says">The rest of a sentence that begins with the text.</param>
internal sealed record CellFault(string Code, string Says);
