namespace SupplyChain.Inventory;

/// <summary>How sure an answer about stock has to be.</summary>
[GenerateSerializer, Alias("freshness")]
public enum Freshness : byte
{
    /// <summary>As the supply knows it: what is made of it is decided again when it is reserved.</summary>
    AsKnown = 0,

    /// <summary>The journal confirms it, so that no forgotten duplicate answers: the caller may act on there being
    /// nothing.</summary>
    Confirmed = 1,
}
