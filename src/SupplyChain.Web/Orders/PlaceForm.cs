using System.Globalization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>An order as it is written.</summary>
public sealed class PlaceForm
{
    private const string AnyCustomer = "QUOTE";

    /// <summary>The number it is placed under, chosen once.</summary>
    public string Number { get; set; } = "";

    /// <summary>Who orders.</summary>
    public string Customer { get; set; } = "";

    /// <summary>Where it goes: the country.</summary>
    public string Country { get; set; } = "";

    /// <summary>Where it goes: the name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it goes: the address.</summary>
    public string Address { get; set; } = "";

    /// <summary>The date wanted, as the browser writes it; empty when none is.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>1 (highest) to 5.</summary>
    public int Priority { get; set; } = 3;

    /// <summary>The currency of the lines' values.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Whether all of it has to come together.</summary>
    public bool ShipComplete { get; set; }

    /// <summary>Whether one line may come from several warehouses.</summary>
    public bool AllowSplit { get; set; } = true;

    /// <summary>Whether what is not there may wait.</summary>
    public bool AllowBackorder { get; set; } = true;

    /// <summary>The most shipments, as they are typed; empty for no limit.</summary>
    public string MaxShipments { get; set; } = "";

    /// <summary>What is ordered.</summary>
    public List<PlaceFormLine> Lines { get; set; } = [];

    /// <summary>An empty one with a number of its own.</summary>
    public static PlaceForm New() => new() { Number = FormId.New("ORD"), Lines = [new() { Line = 1 }] };

    /// <summary>Adds an empty line.</summary>
    public void Add() => Lines.Add(new() { Line = Lines.Max(line => line.Line) + 1 });

    /// <summary>Takes over what another order says, except its number and its dates, which were of its day.</summary>
    public void Take(OrderDetails order)
    {
        (Customer, Country) = (order.Customer.Value, order.ShipTo.Country);
        (Name, Address, Priority) = (order.ShipTo.Name ?? "", order.ShipTo.Address ?? "", order.Priority);
        var policy = order.Policy;
        (ShipComplete, AllowSplit, AllowBackorder) = (policy.ShipComplete, policy.AllowSplit, policy.AllowBackorder);
        MaxShipments = policy.MaxShipments?.ToString(CultureInfo.InvariantCulture) ?? "";
        Currency = order.Lines.Select(line => line.Value?.Currency).FirstOrDefault(one => one is not null) ?? Currency;
        Lines = [.. order.Lines.Where(line => line.Quantity > line.Cancelled).Select(PlaceFormLine.Of)];
        if (Lines.Count == 0)
            Lines.Add(new() { Line = 1 });
    }

    /// <summary>What a quote needs: the finished lines, and where they go; null while one of them is missing.</summary>
    public PlaceOrder? Wish()
    {
        var finished = Lines.Where(line => Identifier.IsValid(line.Sku) && line.Units is not null).ToArray();
        if (finished.Length == 0 || !Countries.IsAssigned(Country) || Most is 0)
            return null;
        var customer = Identifier.IsValid(Customer) ? Customer : AnyCustomer;
        return Order() with { Customer = customer, Lines = finished.Select(line => line.Read(null)).ToItems() };
    }

    /// <summary>The order, as far as it is written; <see cref="PlaceFaults"/> says what is missing.</summary>
    public PlaceOrder Order()
    {
        var policy = new OrderPolicy(ShipComplete, AllowSplit, AllowBackorder, Most);
        return new(
            Customer,
            new(Country, Name: OrNull(Name), Address: OrNull(Address)),
            Lines.Select(line => line.Read(Currency)).ToItems(),
            Priority,
            Day(RequestedBy),
            Policy: policy == new OrderPolicy() ? null : policy);
    }

    /// <summary>A date as the browser writes it.</summary>
    internal static DateOnly? Day(string text) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;

    /// <summary>What is no number of shipments counts as none, which no order allows.</summary>
    private int? Most => MaxShipments.Length == 0 ? null
        : int.TryParse(MaxShipments, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most
        : 0;

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
