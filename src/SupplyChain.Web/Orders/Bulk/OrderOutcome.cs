namespace SupplyChain.Orders.Bulk;

/// <summary>What became of an order in a bulk.</summary>
public enum OrderOutcome
{
    /// <summary>It was not its turn yet.</summary>
    Waiting,

    /// <summary>It was changed.</summary>
    Done,

    /// <summary>It was so already.</summary>
    IsSo,

    /// <summary>It was refused, or not sent because it would be.</summary>
    Refused,

    /// <summary>There was no answer: it is either changed or not.</summary>
    Unknown,

    /// <summary>It was stopped before.</summary>
    Stopped,
}
