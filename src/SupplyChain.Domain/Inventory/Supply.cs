namespace SupplyChain.Inventory;

/// <summary>Units of a product in one place that come to hand together.</summary>
/// <param name="Quantity">Units that can be reserved.</param>
/// <param name="AvailableFrom">The first day on which they can leave; null when they are there already.</param>
/// <param name="ExpiresOn">The last day on which they can leave; null when they do not expire.</param>
/// <param name="Lot">The lot they belong to; null when lots are not told apart.</param>
public readonly record struct Supply(
    long Quantity, DateOnly? AvailableFrom = null, DateOnly? ExpiresOn = null, string? Lot = null)
{
    /// <summary>Whether they can leave on a day.</summary>
    public bool CanLeaveOn(DateOnly day) =>
        (AvailableFrom is not { } from || from <= day) && (ExpiresOn is not { } last || day <= last);
}
