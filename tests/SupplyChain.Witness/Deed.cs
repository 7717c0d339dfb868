namespace SupplyChain;

/// <summary>What a request does.</summary>
public enum Deed
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
