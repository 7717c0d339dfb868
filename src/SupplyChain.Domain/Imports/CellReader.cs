namespace SupplyChain.Imports;

/// <summary>Reads a cell's text; answers null, or the code of what is wrong with it.</summary>
internal delegate string? CellReader<T>(string text, out T value);
