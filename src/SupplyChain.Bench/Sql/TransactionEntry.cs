using Npgsql;
using SupplyChain.Orders;

namespace SupplyChain.Bench.Sql;

/// <summary>A transaction an order, statement by statement: two and four for each line.</summary>
internal sealed class TransactionEntry(SqlStore store, OrderLoad load) : SqlOrderEntry(store, load)
{
    private const string Order =
        "INSERT INTO orders (number, customer, priority, country, latitude, longitude) VALUES ($1, $2, $3, $4, $5, $6)";

    private const string Best =
        """
        SELECT warehouse FROM stock WHERE sku = $1 AND on_hand - reserved >= $2
        ORDER BY array_position($3, warehouse) LIMIT 1 FOR UPDATE
        """;

    private const string Reserve =
        """
        UPDATE stock SET reserved = reserved + $3
        WHERE sku = $1 AND warehouse = $2 AND on_hand - reserved >= $3
        """;

    private const string Line = "INSERT INTO order_lines (number, line, sku, quantity) VALUES ($1, $2, $3, $4)";

    private const string Reservation =
        "INSERT INTO reservations (number, line, warehouse, quantity) VALUES ($1, $2, $3, $4)";

    /// <inheritdoc/>
    protected override async Task<string?> PlaceAsync(string number, PlaceOrder order, SqlOrder sorted)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(
            connection, Order, number, order.Customer.Value, order.Priority, order.ShipTo.Country,
            order.ShipTo.Latitude!, order.ShipTo.Longitude!);
        foreach (var line in sorted.Lines)
        {
            var (sku, quantity) = (line.Sku.Value, line.Quantity);
            await using var best = new NpgsqlCommand(Best, connection).With(sku, quantity, sorted.Nearest);
            if (await best.ExecuteScalarAsync() is not int warehouse)
                return NotEnough; // The transaction is rolled back.
            if (await RunAsync(connection, Reserve, sku, warehouse, quantity) != 1)
                return NotEnough;
            await RunAsync(connection, Line, number, line.Line, sku, quantity);
            await RunAsync(connection, Reservation, number, line.Line, warehouse, quantity);
        }
        await transaction.CommitAsync();
        return null;
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        return await command.ExecuteNonQueryAsync();
    }
}
