using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels.Postgres;

/// <summary>How batches get into the tables.</summary>
public sealed class PostgresTableWriterTests
{
    private const int Orders = 50;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_new_rows_are_written_and_one_that_is_there_after_all_is_changed(bool isThere)
    {
        await using var read = (PostgresReadSide)await PostgresReadSide.OpenAsync(new World().Journal);
        await read.Projection.StopAsync(default);
        if (isThere)
        {
            await read.ExecuteAsync("INSERT INTO order_holds VALUES ('demo', 'WH-1', 'O-7', '', 1, 1)");
        }
        using var writer = await read.NewWriterAsync();
        var hold = writer.Prepare(
            RowChange.Insert("order_holds", "tenant, warehouse, number, shipment", "units, lines"));

        var written = await writer.WriteAsync(new(0, 1, 1), new(Orders, false, false), WriteRows, default);

        written.Should().BeTrue();
        (await read.AskAsync<long>("SELECT count(*) FROM order_holds WHERE units = 5 AND lines = 2"))
            .Should().Be(Orders);
        (await read.AskAsync<long>("SELECT events FROM checkpoint")).Should().Be(Orders);
        void WriteRows()
        {
            for (var n = 1; n <= Orders; n++)
                hold.Bind(1, "demo").Bind(2, "WH-1").Bind(3, $"O-{n}").Bind(4, "").Bind(5, 5).Bind(6, 2).Run();
        }
    }
}
