namespace SupplyChain.Inventory;

/// <summary>A stock item's answer to a reservation.</summary>
[GenerateSerializer, Alias("reserve-outcome")]
public enum ReserveOutcome
{
    /// <summary>The units are reserved, now or before.</summary>
    Reserved = 0,

    /// <summary>Fewer units are available.</summary>
    Short = 1,

    /// <summary>Lines wait for the product: ask its backlog.</summary>
    Rationed = 2,

    /// <summary>That attempt, or a newer one, was closed already.</summary>
    Stale = 3,
}
