namespace SupplyChain.Bench;

/// <summary>What a client does.</summary>
internal enum Operation
{
    /// <summary>Places an order.</summary>
    Order,

    /// <summary>Places an order and sees it through to the customer's door.</summary>
    Fulfilment,

    /// <summary>Places and releases an order of a marketplace.</summary>
    Checkout,

    /// <summary>Tells of a shipment that it was dispatched or delivered.</summary>
    Delivery,

    /// <summary>Reads a list or the figures.</summary>
    Dashboard,

    /// <summary>Changes a product.</summary>
    Product,
}
