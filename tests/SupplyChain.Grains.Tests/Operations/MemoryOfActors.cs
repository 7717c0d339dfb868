using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>
/// What idle actors hold, and what it takes to let them go and to call them back:
/// <c>SupplyChain.Grains.Tests -explicit only -showLiveOutput -class '*MemoryOfActors'</c>.
/// </summary>
public sealed class MemoryOfActors(OneSilo silo, ITestOutputHelper output)
{
    private const int Many = 5_000;
    private const int MostBytes = 20_000;

    [Fact(Explicit = true)]
    public async Task An_order_of_three_lines_that_waits_for_its_release()
    {
        var world = await StockedAsync(products: 3, warehouses: 1);
        await EachAsync(index => world.Place(
            $"O-{index}", [new(1, "SKU-0", 1), new(2, "SKU-1", 1), new(3, "SKU-2", 1)]));
        await silo.CaughtUpAsync();

        await MeasureAsync(world, "order", Many, index => world.Order($"O-{index}").Get());
    }

    [Fact(Explicit = true)]
    public async Task The_supply_of_a_product_in_one_warehouse()
    {
        var world = await StockedAsync(Many, warehouses: 1);

        await MeasureAsync(world, "supply", Many, index => world.Supply($"SKU-{index}").Levels());
    }

    [Fact(Explicit = true)]
    public async Task A_stock_item_of_a_product_in_ten_warehouses()
    {
        var world = await StockedAsync(Many / 10, warehouses: 10);

        await MeasureAsync(world, "supply", Many / 10, index => world.Supply($"SKU-{index}").Levels());
    }

    private async Task<World> StockedAsync(int products, int warehouses)
    {
        var world = silo.NewWorld();
        for (var warehouse = 0; warehouse < warehouses; warehouse++)
            await world.Warehouses($"W-{warehouse}");
        await Parallel.ForAsync(0, products, async (product, _) => await world.Product($"SKU-{product}"));
        for (var warehouse = 0; warehouse < warehouses; warehouse++)
        {
            foreach (var skus in Enumerable.Range(0, products).Chunk(500))
            {
                var receipt = world.Actor<IReceiptGrain>($"R-{warehouse}-{skus[0]}");
                await receipt.Record(new(
                    $"W-{warehouse}", skus.Select(sku => new ReceiptLine($"SKU-{sku}", 100_000)).ToItems()));
            }
        }
        await silo.CaughtUpAsync();
        return world;
    }

    private static Task EachAsync(Func<int, Task> work, int count = Many) =>
        Parallel.ForAsync(0, count, async (index, _) => await work(index));

    private async Task MeasureAsync(World world, string kind, int count, Func<int, Task> ask)
    {
        await EachAsync(ask, count);
        var (gone, leaving) = await CpuAsync(() => LeaveAsync(world, kind));
        gone.Should().Be(count);
        await Task.Yield(); // Away from the last of them, on whose stack this goes on.
        var empty = Bytes();
        // What comes back from the journal shares no state with what the lists keep.
        var (_, coming) = await CpuAsync(async () =>
        {
            await EachAsync(ask, count);
            return count;
        });
        var bytes = (Bytes() - empty) / (double)count;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}: {bytes:#,##0} bytes; {leaving / count:0} µs of CPU to leave, {coming / count:0} to come back"));
        bytes.Should().BeInRange(1, MostBytes);
    }

    private async Task<int> LeaveAsync(World world, string kind)
    {
        var count = 0;
        await silo.IdleActors.LeaveAsync(
            silo.Actors.IdleFirst().Where(actor => Belongs(actor, world, kind) && ++count > 0), CancellationToken.None);
        return count;
    }

    private static bool Belongs(IMovableActor actor, World world, string kind) =>
        actor.Kind == kind && GrainKey.Split(actor.Context.GrainId.Key.ToString()!).Tenant == world.Tenant;

    private static long Bytes()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>What it did, and the microseconds of CPU that it took.</summary>
    private static async Task<(int Done, double Microseconds)> CpuAsync(Func<Task<int>> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var done = await work();
        process.Refresh();
        return (done, (process.TotalProcessorTime - before).TotalMicroseconds);
    }
}
