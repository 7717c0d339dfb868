using System.Net;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>The filters of the list of orders, as they stand in its address.</summary>
public sealed record OrderFilters
{
    /// <summary>Statuses, any of which may be it.</summary>
    public string[] Status { get; init; } = [];

    /// <summary>Customers.</summary>
    public string[] Customer { get; init; } = [];

    /// <summary>Warehouses an allocation is in.</summary>
    public string[] Warehouse { get; init; } = [];

    /// <summary>Products of a line.</summary>
    public string[] Sku { get; init; } = [];

    /// <summary>A part of the number or the customer.</summary>
    public string? Text { get; init; }

    /// <summary>Placed at or after: a date or an instant.</summary>
    public string? From { get; init; }

    /// <summary>Placed before.</summary>
    public string? To { get; init; }

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsEmpty => Url() == Path;

    /// <summary>What of it makes no sense and was left out, as the address says it.</summary>
    public IEnumerable<string> LeftOut =>
    [
        .. Status.Where(text => StatusOf(text) is null),
        .. Customer.Concat(Warehouse).Concat(Sku).Where(text => !Identifier.IsValid(text)),
        .. new[] { From, To }.OfType<string>().Where(text => Instant(text) is null),
    ];

    private const string Path = "/orders";

    /// <summary>The same as a question to the lists.</summary>
    public OrderQuery ToQuery() => new(
        Text: Text,
        From: Instant(From),
        To: Instant(To),
        Statuses: Status.Select(StatusOf).OfType<OrderStatus>().ToItems(),
        Customers: Ids<CustomerId>(Customer),
        Warehouses: Ids<WarehouseId>(Warehouse),
        Skus: Ids<Sku>(Sku));

    /// <summary>The address of a page of this list.</summary>
    public string Url(string? after = null, int page = 1)
    {
        List<string> parts =
        [
            .. Status.Select(value => Part("status", value)),
            .. Customer.Select(value => Part("customer", value)),
            .. Warehouse.Select(value => Part("warehouse", value)),
            .. Sku.Select(value => Part("sku", value)),
        ];
        foreach (var (name, value) in new[] { ("q", Text), ("from", From), ("to", To), ("after", after) })
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add(Part(name, value));
        }

        if (after is not null && page > 1)
            parts.Add(Part("page", Planner.Words.Number(page)));
        return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts)}";
    }

    private static string Part(string name, string value) => $"{name}={WebUtility.UrlEncode(value)}";

    private static OrderStatus? StatusOf(string text) =>
        Enum.TryParse<OrderStatus>(text, true, out var status) && Enum.IsDefined(status) ? status : null;

    private static DateTimeOffset? Instant(string? text) =>
        text is not null && Dates.TryDateOrInstant(text, out var instant) ? instant : null;

    private static Items<T> Ids<T>(string[] texts) where T : struct, IIdentifier<T> =>
        texts.Where(Identifier.IsValid).Select(T.Of).ToItems();
}
