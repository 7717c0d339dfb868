namespace SupplyChain.Tables;

/// <summary>What a batch brought.</summary>
/// <param name="Events">How many events; none when there is nothing new.</param>
/// <param name="Handover">Whether another actor has to hear of some of it.</param>
/// <param name="Warehouses">Whether a warehouse changed.</param>
internal readonly record struct ProjectedBatch(int Events, bool Handover, bool Warehouses)
{
    /// <summary>Whether more events may wait than it could take.</summary>
    public bool IsFull { get; init; }
}
