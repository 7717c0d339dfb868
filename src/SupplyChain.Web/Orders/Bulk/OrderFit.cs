namespace SupplyChain.Orders.Bulk;

/// <summary>What an action would do to an order, as far as the list knows.</summary>
public enum OrderFit
{
    /// <summary>It would change it.</summary>
    Changes,

    /// <summary>It would change it unless something stands against it that the list does not know.</summary>
    MayChange,

    /// <summary>It is so already.</summary>
    IsSo,

    /// <summary>It would be refused.</summary>
    Refused,
}
