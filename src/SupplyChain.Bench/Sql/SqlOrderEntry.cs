using Npgsql;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Bench.Sql;

/// <summary>Orders straight into tables; what the server gave up because of others is tried again.</summary>
internal abstract class SqlOrderEntry(SqlStore store, OrderLoad load) : IOrderEntry
{
    /// <summary>Why an order was not placed when no warehouse has enough.</summary>
    protected const string NotEnough = "not enough stock";

    private const string NotEnoughState = "SC001";
    private const int MaxTries = 5;

    private readonly GeoPoint[] _places = load.Places();

    /// <summary>Connections.</summary>
    protected NpgsqlDataSource Source => store.Source;

    /// <inheritdoc/>
    public async Task<string?> PlaceAsync(OrderId number, PlaceOrder order)
    {
        var sorted = SqlOrder.Of(order, _places);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await PlaceAsync(number.Value, order, sorted);
            }
            catch (PostgresException failure) when (failure.SqlState == NotEnoughState)
            {
                return NotEnough;
            }
            catch (NpgsqlException passing) when (passing.IsTransient && tries < MaxTries)
            {
                // Nothing of it was committed.
            }
            catch (NpgsqlException failure)
            {
                return failure.SqlState ?? failure.GetType().Name;
            }
        }
    }

    /// <summary>The connections are the store's.</summary>
    public void Dispose()
    {
    }

    /// <summary>Places it, once; null when it was placed.</summary>
    protected abstract Task<string?> PlaceAsync(string number, PlaceOrder order, SqlOrder sorted);
}
