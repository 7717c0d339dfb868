namespace SupplyChain.Inventory;

/// <summary>A demand: units of a product that one line of its owner needs. Reservations belong to it.</summary>
/// <param name="Owner">Who owns it.</param>
/// <param name="Line">The number of the owner's line.</param>
public readonly record struct DemandId(DemandOwner Owner, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Owner}/{Line}";
}
