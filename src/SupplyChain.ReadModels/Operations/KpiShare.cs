using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>
/// What an order line adds to the figures, and to which of them. A line that does not change in any of this changes no
/// figure.
/// </summary>
/// <param name="Sum">What it adds: to all time, and to the spans of the day it was delivered on.</param>
/// <param name="DeliveredOn">That day; null while it is not delivered, or when that is not known.</param>
/// <param name="Due">The day it is scheduled for, while units are still to be delivered.</param>
/// <param name="Currency">Of its value; empty without one.</param>
/// <param name="Mode">The mode it counts under; null while there is none.</param>
/// <param name="Country">The country it goes to.</param>
/// <param name="Warehouse">The warehouse it counts under; null while there is none.</param>
/// <param name="Customer">Who ordered it.</param>
internal sealed record KpiShare(
    KpiSum Sum, DateOnly? DeliveredOn, DateOnly? Due, string Currency, string? Mode, string Country, string? Warehouse,
    string Customer)
{
    /// <summary>The share of a line.</summary>
    public static KpiShare Of(OrderLineRow line) => new(
        SumOf(line), line.DeliveredOn, line.Open ? line.Scheduled : null, line.Value?.Currency ?? "", line.Mode,
        line.Country, line.Warehouse, line.Customer);

    private static KpiSum SumOf(OrderLineRow line)
    {
        var sum = new KpiSum { Lines = 1 };
        if (line is { FirstAllocated: { } allocated, FirstOrdered: { } ordered })
        {
            sum = sum with { FirstAllocated = allocated, Ordered = ordered };
        }
        if (!line.Complete)
        {
            return sum;
        }
        var onTime = line.DeliveredOn <= line.Scheduled; // not when either is unknown
        return sum with
        {
            Delivered = 1,
            Dated = line is { DeliveredOn: not null, Scheduled: not null } ? 1 : 0,
            OnTime = onTime ? 1 : 0,
            OnTimeInFull = onTime && line.Spoilt + line.ClosedShort == 0 ? 1 : 0,
            Shipped = line.Quantity - line.Cancelled,
            Valued = line.Value is null ? 0 : 1,
            Value = line.Value is { } value ? ExactSum.Of(value.Amount) : default,
        };
    }
}
