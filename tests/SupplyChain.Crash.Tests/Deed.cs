namespace SupplyChain;

/// <summary>What a request does.</summary>
internal enum Deed
{
    Place,
    Receive,
    Adjust,
    Cancel,
    Release,
    Report,
    Close,
    Open,
}
