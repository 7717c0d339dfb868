using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>Lists exceptions, newest first; what is null or empty does not filter.</summary>
/// <param name="Status">Those in that status.</param>
/// <param name="Kind">Those of that kind.</param>
/// <param name="Page">Which page.</param>
/// <param name="Statuses">Those in one of these, or in <paramref name="Status"/>.</param>
/// <param name="Kinds">Those of one of these, or of <paramref name="Kind"/>.</param>
/// <param name="Warehouses">Those in one of these.</param>
/// <param name="Skus">Those that touch one of these products.</param>
/// <param name="Orders">Those that concern one of these.</param>
/// <param name="Customers">Those of one of these.</param>
/// <param name="Owners">Those that one of these takes care of.</param>
/// <param name="Owned">Whether they have an owner.</param>
/// <param name="Snoozed">Whether they are snoozed now.</param>
[GenerateSerializer, Immutable, Alias("list-exceptions")]
public sealed record ListExceptions(
    [property: Id(0), Filter("status", "Only those in that status.", Several = nameof(ListExceptions.Statuses))]
    ExceptionStatus? Status,
    [property: Id(1), Filter("kind", "Only that kind.", Several = nameof(ListExceptions.Kinds))]
    ExceptionKind? Kind,
    [property: Id(2)] PageQuery Page,
    [property: Id(3)] Items<ExceptionStatus> Statuses = default,
    [property: Id(4)] Items<ExceptionKind> Kinds = default,
    [property: Id(5), Filter("warehouse", "Only those in that warehouse.")]
    Items<WarehouseId> Warehouses = default,
    [property: Id(6), Filter("sku", "Only those that touch that product.")]
    Items<Sku> Skus = default,
    [property: Id(7), Filter("order", "Only those that concern that order.")]
    Items<OrderId> Orders = default,
    [property: Id(8), Filter("customer", "Only those of that customer.")]
    Items<CustomerId> Customers = default,
    [property: Id(9), Filter("owner", "Only those of that owner.")]
    Items<string> Owners = default,
    [property: Id(10), Filter("owned", "Whether they have an owner.")]
    bool? Owned = null,
    [property: Id(11), Filter("snoozed", "Whether they are snoozed now.")]
    bool? Snoozed = null);

/// <summary>How many exceptions match, and how much they touch together.</summary>
/// <param name="Exceptions">How many.</param>
/// <param name="Units">
/// Units touched. Several kinds of exception may touch the same units of an order: of each order, the kind that touches
/// most counts.
/// </param>
/// <param name="Orders">Orders touched, each once.</param>
/// <param name="ByKind">How many of each kind there are, the kinds without any left out.</param>
[GenerateSerializer, Immutable, Alias("exception-count")]
public sealed record ExceptionCount(
    [property: Id(0)] long Exceptions, [property: Id(1)] long Units, [property: Id(2)] long Orders,
    [property: Id(3)] Items<ExceptionKindCount> ByKind);

/// <summary>How many exceptions of a kind there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Exceptions">How many.</param>
[GenerateSerializer, Immutable, Alias("exception-kind-count")]
public sealed record ExceptionKindCount([property: Id(0)] ExceptionKind Kind, [property: Id(1)] long Exceptions);
