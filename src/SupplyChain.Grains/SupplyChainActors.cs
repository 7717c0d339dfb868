using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Placement;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>Registers what the actors need.</summary>
public static class SupplyChainActors
{
    /// <summary>Every aggregate that has actors.</summary>
    private static readonly Type[] Aggregates =
    [
        typeof(OrderAggregate), typeof(BacklogAggregate), typeof(StockAggregate), typeof(ReceiptAggregate),
        typeof(AdjustmentAggregate), typeof(ProductAggregate), typeof(WarehouseAggregate), typeof(ShipmentAggregate),
        typeof(LabelSerialsAggregate), typeof(ImportAggregate), typeof(SavedProfilesAggregate),
        typeof(ExceptionWorkAggregate), typeof(TransferAggregate), typeof(KeyRingAggregate),
        typeof(WebhookAggregate), typeof(CustomerAggregate), typeof(TenantAggregate),
    ];

    /// <summary>Adds the actors' services and the dispatcher of unfinished work. Needs a journal and its read
    /// models.</summary>
    public static IServiceCollection AddSupplyChainActors(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBusinessClock, SystemBusinessClock>();
        services.TryAddSingleton<RecentAppends>(); // Read tables, where there are some, take from the same.
        services.AddSingleton<ITypeConverter, NamesOfRelease01>();
        services.AddOptions<TypeManifestOptions>().Configure(NamesOfRelease01.Read);
        services.AddSingleton<ActorServices>();
        services.AddSingleton<ActorRegistry>();
        services.AddSingleton<ActorMetrics>();
        services.AddSingleton<OperationsMetrics>();
        services.AddSingleton<JournalPulse>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalPulse>());
        services.AddSingleton<Silos>();
        services.AddEventFeed();
        services.AddSingleton<Arrivals>();
        services.TryAddSingleton(new BalanceOptions());
        services.AddSingleton<Balance>();
        services.AddSingleton<Homes>();
        services.AddPlacementFilter<PlacedAtHome, PlacedAtHomeDirector>(ServiceLifetime.Singleton);
        services.AddSingleton<BalanceClient>();
        services.TryAddSingleton<ISiloDeparture, HostDeparture>();
        services.AddGrainService<BalanceService>();
        services.TryAddSingleton<LabelOptions>();
        services.AddSingleton(provider => new Newcomers(
            provider.GetRequiredService<Quotas>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Digests>();
        services.AddSingleton<OrderAddresses>();
        services.AddSingleton<PastStates>();
        services.AddSingleton<Histories>();
        services.AddSingleton<OrderStories>();
        services.AddSingleton<NetworkMap>();
        services.AddSingleton<NearSupplies>();
        services.AddSingleton<MasterData>();
        services.AddSingleton<StockArrivals>();
        services.AddSingleton<WarehouseClearing>();
        services.AddSingleton<WarehouseOpenings>();
        foreach (var aggregate in Aggregates)
        {
            services.AddSingleton(typeof(IAggregateActor), aggregate);
        }
        services.AddSingleton<DueWorkHandlers>();
        services.AddSingleton<DueWorkQueue>();
        services.AddSupplyChainAccess();
        services.AddSupplyChainUsage();
        services.AddSupplyChainImports();
        services.AddSupplyChainWebhooks();
        services.AddHostedService<DueWorkDispatcher>();
        services.AddHostedService<Rebalancer>();
        services.AddHostedService<IdleActors>();
        return services;
    }

    private static void AddEventFeed(this IServiceCollection services)
    {
        services.AddSingleton<EventHistory>();
        services.AddSingleton(_ => new EventWindow());
        services.AddSingleton<EventFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<EventFollower>());
        services.AddSingleton(provider => new EventFeed(
            provider.GetRequiredService<EventHistory>(), provider.GetRequiredService<EventFollower>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
