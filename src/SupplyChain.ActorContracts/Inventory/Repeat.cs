namespace SupplyChain.Inventory;

/// <summary>Whether a command to a stock item may have been carried out already.</summary>
/// <remarks>Nodes of release 0.1 read and write it as a truth of the same byte, as they do the enums beside.</remarks>
[GenerateSerializer, Alias("repeat")]
public enum Repeat : byte
{
    /// <summary>It cannot have been: what it follows from was recorded just now. It is decided at once.</summary>
    No = 0,

    /// <summary>It may have been: the stock item looks for its effect before it decides.</summary>
    Maybe = 1,
}
