using SupplyChain.Orders;

namespace SupplyChain.Bench.Sql;

/// <summary>One call of a stored procedure an order.</summary>
internal sealed class ProcedureEntry(SqlStore store, OrderLoad load) : SqlOrderEntry(store, load)
{
    /// <inheritdoc/>
    protected override async Task<string?> PlaceAsync(string number, PlaceOrder order, SqlOrder sorted)
    {
        await using var place = Source
            .CreateCommand("SELECT place_order($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
            .With(
                number, order.Customer.Value, order.Priority, order.ShipTo.Country, order.ShipTo.Latitude!,
                order.ShipTo.Longitude!, Array.ConvertAll(sorted.Lines, line => line.Line),
                Array.ConvertAll(sorted.Lines, line => line.Sku.Value),
                Array.ConvertAll(sorted.Lines, line => line.Quantity), sorted.Nearest);
        await place.ExecuteNonQueryAsync();
        return null;
    }
}
