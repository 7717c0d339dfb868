using SupplyChain.Tenants;

namespace SupplyChain.Orders;

/// <summary>What became of the orders of a bulk, in the order they were given.</summary>
public sealed record BulkReply(Items<BulkRow> Rows)
{
    /// <summary>Orders that are new.</summary>
    public int Accepted => Rows.Count(row => row.Reply is { Accepted: true, Replayed: false });

    /// <summary>Orders that had been placed before.</summary>
    public int Replayed => Rows.Count(row => row.Reply is { Replayed: true });

    /// <summary>Orders that were refused or faulty.</summary>
    public int Refused => Rows.Count(row => row.Reply is { Accepted: false });

    /// <summary>
    /// Orders that were not placed because a quota of the tenant is used up; placing them again is of no use before
    /// <see cref="QuotaExceededException.EndsAt"/> of their failure, or until an operator has raised the quota.
    /// </summary>
    public int OverQuota => Rows.Count(row => row.Failure is QuotaExceededException);

    /// <summary>
    /// Orders without an answer in time, or for which too much was waiting; placing them again is safe.
    /// </summary>
    public int Unanswered => Rows.Count(row => row is { Reply: null, Failure: not QuotaExceededException });
}
