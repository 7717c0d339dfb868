using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Host.Demo;

/// <summary>Registers the demo world.</summary>
public static class DemoWorldServices
{
    /// <summary>
    /// Adds the demo world; it needs a <see cref="SupplyChainClient"/> and runs once the application has started. The
    /// <see cref="IBusinessClock"/> follows it.
    /// </summary>
    public static IServiceCollection AddDemoWorld(
        this IServiceCollection services, Action<DemoWorldOptions>? configure = null)
    {
        var options = new DemoWorldOptions();
        configure?.Invoke(options);
        options.Check();
        var seed = new Seed(options.Seed);
        var catalogue = new ProductCatalogue(seed);
        var linesPerDay = options.OrdersPerHour * 24 * OrderBook.MeanLines;
        return services
            .AddSingleton(options)
            .AddSingleton(catalogue)
            .AddSingleton(new Assortment(seed, catalogue, linesPerDay))
            .AddSingleton(new OrderBook(seed, catalogue, options.OrdersPerHour))
            .AddSingleton(typeof(Seed), seed)
            .AddSingleton<BadDays>()
            .AddSingleton<Transport>()
            .AddSingleton<WarehouseFloor>()
            .AddSingleton<SimulationClock>()
            .AddSingleton<IBusinessClock>(provider => provider.GetRequiredService<SimulationClock>())
            .AddSingleton<Erp>()
            .AddSingleton<Agenda>()
            .AddSingleton<DayBook>()
            .AddSingleton<Journey>()
            .AddSingleton<Tracking>()
            .AddSingleton<Dispatching>()
            .AddSingleton<OrderCare>()
            .AddSingleton<Opening>()
            .AddSingleton<Resumption>()
            .AddSingleton<Beginning>()
            .AddSingleton<Pace>()
            .AddSingleton<IPlan, Closings>()
            .AddSingleton<OrderDesk>()
            .AddSingleton<IPlan>(provider => provider.GetRequiredService<OrderDesk>())
            .AddSingleton<IPlan, Replenishment>()
            .AddSingleton<IPlan, StockCounts>()
            .AddSingleton<IPlan, LoyalCustomers>()
            .AddSingleton<IPlan, HardDays>()
            .AddSingleton<IPlan, BranchFiles>()
            .AddSingleton<Simulation>()
            .AddHostedService<DemoWorld>();
    }
}
