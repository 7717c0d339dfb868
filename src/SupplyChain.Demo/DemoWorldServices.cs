using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SupplyChain.Demo;

/// <summary>Registers the demo world.</summary>
public static class DemoWorldServices
{
    /// <summary>
    /// Adds the demo world; it needs a <see cref="SupplyChainClient"/> and runs once the application has started.
    /// <see cref="SimulationClock"/> tells how far it is.
    /// </summary>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
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
            .AddSingleton<Erp>()
            .AddSingleton<Agenda>()
            .AddSingleton<DayBook>()
            .AddSingleton<Journey>()
            .AddSingleton<Tracking>()
            .AddSingleton<TransferJourney>()
            .AddSingleton<TransferCare>()
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
            .AddSingleton<IPlan, Rebalancing>()
            .AddSingleton<IPlan, StockCounts>()
            .AddSingleton<IPlan, LoyalCustomers>()
            .AddSingleton<IPlan, HardDays>()
            .AddSingleton<IPlan, BranchFiles>()
            .AddSingleton<Simulation>()
            .AddHostedService<DemoWorld>();
    }
}
