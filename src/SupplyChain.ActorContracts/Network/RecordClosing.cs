namespace SupplyChain.Network;

/// <summary>How far the re-sourcing of a closing has come.</summary>
/// <param name="Closing">The warehouse's version when it closed.</param>
/// <param name="ResourcedLines">Lines moved so far.</param>
/// <param name="BackorderedLines">Lines that wait so far.</param>
/// <param name="Finished">Nothing that can move is left.</param>
[GenerateSerializer, Immutable, Alias("record-closing")]
public sealed record RecordClosing(
    [property: Id(0)] long Closing,
    [property: Id(1)] int ResourcedLines,
    [property: Id(2)] int BackorderedLines,
    [property: Id(3)] bool Finished);
