namespace SupplyChain.Operations;

/// <summary>Asks for one exception.</summary>
/// <param name="Id">Its id.</param>
[GenerateSerializer, Immutable, Alias("get-exception")]
public sealed record GetException([property: Id(0)] string Id);
