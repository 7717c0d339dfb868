namespace SupplyChain.Imports;

/// <summary>Reads a cell's text; answers null, or what is wrong with it.</summary>
internal delegate CellFault? CellReader<T>(string text, out T value);
