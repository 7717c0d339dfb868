using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Transfers;

/// <summary>Which transfers a request is about, as its query says it.</summary>
internal static class TransferFilter
{
    /// <summary>What it may say.</summary>
    public static QueryParameter[] Parameters { get; } =
    [
        QueryParameter.OneOf<TransferStatus>("status", "Only transfers in that status.").Many(),
        QueryParameter.Text("from", "Only transfers from that warehouse.").Many(),
        QueryParameter.Text("to", "Only transfers to that warehouse.").Many(),
        QueryParameter.Text("sku", "Only transfers with a line of that product.").Many(),
        QueryParameter.Flag("open", "Only transfers of which units wait, are reserved or are in transit."),
        QueryParameter.Text("q", "Only transfers whose number contains the text."),
    ];

    /// <summary>Reads it.</summary>
    public static TransferQuery Read(QueryReader query) => new(
        query.Values<TransferStatus>("status"), query.Ids<WarehouseId>("from"), query.Ids<WarehouseId>("to"),
        query.Ids<Sku>("sku"), query.Flag("open"), query.Search("q"));
}
