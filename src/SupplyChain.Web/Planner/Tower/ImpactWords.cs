using SupplyChain.Operations;

namespace SupplyChain.Planner.Tower;

/// <summary>Exceptions in one line.</summary>
internal static class ImpactWords
{
    /// <summary>What is wrong: quantity and product first, then where or since when.</summary>
    public static Look Look(ExceptionEntry one, TowerSeen seen, Viewer viewer) => one.Kind switch
    {
        ExceptionKind.Short => new($"{Goods(one)} short{In(one, seen)}", "ex-short", "bad"),
        ExceptionKind.Late => new($"{Goods(one)} late{Since(one, viewer)}", "pr-late", "bad"),
        ExceptionKind.AtRisk => new($"{Goods(one)} {After(one)}", "pr-atrisk", "warn"),
        ExceptionKind.WarehouseClosed => new($"{Goods(one)} picked in closed {Site(one, seen)}", "ex-closed", "bad"),
        ExceptionKind.PinnedUnavailable => new($"{Goods(one)} pinned to closed {Site(one, seen)}", "ex-pin", "warn"),
        ExceptionKind.ReservationDropped => new($"{Goods(one)} lost what was reserved", "ex-dropped", "warn"),
        ExceptionKind.ImportRowRefused => new(
            $"{Words.Count(one.Rows ?? one.Units, "row")} of an import refused", "ex-import", "idle"),
        _ => new($"{Goods(one)}: {one.Kind}", "ex-count", "warn"),
    };

    /// <summary>For whom, and in which order.</summary>
    public static string Context(ExceptionEntry one, TowerSeen seen) => one switch
    {
        { Customer: { } customer, Order: { } order } => $"{customer}, order {order}",
        { Order: { } order } => $"order {order}",
        { Warehouse: { } warehouse } => $"{seen.Site(warehouse)}, no order affected",
        _ => one.Entity,
    };

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(ExceptionEntry one, TowerSeen seen, Viewer viewer) =>
        one.Customer is { } customer
            ? $"{Look(one, seen, viewer).Word}, for {customer}."
            : $"{Look(one, seen, viewer).Word}.";

    private static string Goods(ExceptionEntry one) => one.Sku is { } sku
        ? $"{Words.Number(one.Units)} × {sku}"
        : Words.Count(one.Units, "unit");

    private static string In(ExceptionEntry one, TowerSeen seen) =>
        one.Warehouse is null ? "" : $" in {Site(one, seen)}";

    private static string Site(ExceptionEntry one, TowerSeen seen) =>
        one.Warehouse is { } warehouse ? seen.Site(warehouse) : "warehouse";

    private static string Since(ExceptionEntry one, Viewer viewer) =>
        one.Promise is { } promise ? $" since {Words.Date(promise, viewer.Now)}" : "";

    private static string After(ExceptionEntry one) => one.Impact is { DaysLate: > 0 and var days }
        ? days == 1 ? "a day after promise" : $"{Words.Number(days)} days after promise"
        : "expected after promise";
}
