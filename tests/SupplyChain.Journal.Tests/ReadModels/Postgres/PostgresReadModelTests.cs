using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Postgres;

public sealed class PostgresAttendedTests() : AttendedContract(PostgresReadSide.OpenAsync);

public sealed class PostgresClosingTests() : ClosingContract(PostgresReadSide.OpenAsync);

public sealed class PostgresExceptionTests() : ExceptionContract(PostgresReadSide.OpenAsync);

public sealed class PostgresImpactTests() : ImpactContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKpiTests() : KpiContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKeptKpiTests() : KeptKpiContract(PostgresReadSide.OpenAsync);

public sealed class PostgresKpiSpeedTests() : KpiSpeedContract(PostgresReadSide.OpenAsync);

public sealed class PostgresListTests() : ListContract(PostgresReadSide.OpenAsync);

public sealed class PostgresOrderFilterTests() : OrderFilterContract(PostgresReadSide.OpenAsync);

public sealed class PostgresShipmentTests() : ShipmentContract(PostgresReadSide.OpenAsync);

public sealed class PostgresProjectionTests() : ProjectionContract(PostgresReadSide.OpenAsync);

public sealed class PostgresStockFigureTests() : StockFigureContract(PostgresReadSide.OpenAsync);

public sealed class PostgresSortTests() : SortContract(PostgresReadSide.OpenAsync);

public sealed class PostgresScopeTests() : ScopeContract(PostgresReadSide.OpenAsync);

public sealed class PostgresUsageTests() : UsageContract(PostgresReadSide.OpenAsync)
{
    [Fact]
    public async Task Tables_that_a_node_of_an_earlier_release_took_further_are_built_anew()
    {
        var world = Worlds.Corrected();
        await using var read = await (await PostgresReadSide.OpenAsync(world.Journal)).CaughtUpAsync();
        var before = read.Dump();

        await read.RestartAsync(() => read.ExecuteAsync(
            "UPDATE tenant_usage SET events = events - 1, bytes = bytes - 10"));

        for (var tries = 0; !read.Dump().SequenceEqual(before) && tries < 200; tries++)
        {
            await Task.Delay(50);
        }
        read.Dump().Should().Equal(before);
    }
}

public sealed class PostgresTransferListTests() : TransferListContract(PostgresReadSide.OpenAsync);

public sealed class PostgresReadTableAuditTests() : ReadTableAuditContract(PostgresReadSide.OpenAsync);
