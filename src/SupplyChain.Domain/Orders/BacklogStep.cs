namespace SupplyChain.Orders;

/// <summary>What a backlog has to do next; see <see cref="Backlog.Next"/>.</summary>
public enum BacklogStep
{
    /// <summary>Nothing: it waits for stock.</summary>
    Rest = 0,

    /// <summary>Ask stock items for what was proposed.</summary>
    Reserve,

    /// <summary>Mark the stock items as rationed.</summary>
    StartRationing,

    /// <summary>Free the stock items.</summary>
    EndRationing,
}
