namespace SupplyChain.Inventory;

/// <summary>Which available units count for a question about candidates.</summary>
[GenerateSerializer, Alias("counted-stock")]
public enum CountedStock : byte
{
    /// <summary>Units that are not kept for lines that wait.</summary>
    FreeForAll = 0,

    /// <summary>Also those that are kept for lines that wait: it asks for one of them.</summary>
    EvenRationed = 1,
}
