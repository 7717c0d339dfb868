namespace SupplyChain.Orders;

/// <summary>An order as it is sent.</summary>
internal sealed record OrderBody(string Customer, ShipToBody ShipTo, int Priority, IReadOnlyList<OrderLineBody> Lines);

/// <summary>Where an order goes, as it is sent.</summary>
internal sealed record ShipToBody(string Country, double Latitude, double Longitude);

/// <summary>A line of an order as it is sent.</summary>
internal sealed record OrderLineBody(int Line, string Sku, long Quantity);
