using System.Reflection;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain;

/// <summary>What actors call each other by, so that nodes of release 0.1 understand it and are understood.</summary>
public sealed class NamesOfRelease01Tests(OneSilo silo)
{
    [Theory]
    [InlineData(typeof(IDemandActor), nameof(IDemandActor.AcceptGrants), "order", "accept-grants")]
    [InlineData(typeof(IDemandActor), nameof(IDemandActor.RetryComplete), "order", "retry-complete")]
    [InlineData(typeof(IDemandActor), nameof(IDemandActor.LoseReservations), "order", "lose-reservations")]
    [InlineData(typeof(IDemandActor), nameof(IDemandActor.LeaveWarehouse), "order", "leave-warehouse")]
    [InlineData(typeof(IOrderActor), nameof(IOrderActor.Foresee), "order", "foresee")]
    [InlineData(typeof(IShipmentOwnerActor), nameof(IShipmentOwnerActor.SyncShipment), "order", "sync-shipment")]
    [InlineData(typeof(IShipmentActor), nameof(IShipmentActor.Plan), "shipment", "plan")]
    [InlineData(typeof(IWarehouseActor), nameof(IWarehouseActor.RecordClosing), "warehouse", "record-closing")]
    [InlineData(typeof(IStockActor), nameof(IStockActor.Reserve), "stock", "reserve")]
    [InlineData(typeof(IAvailabilityActor), nameof(IAvailabilityActor.Candidates), "availability", "candidates")]
    [InlineData(typeof(IReceiptActor), nameof(IReceiptActor.Resume), "receipt", "resume")]
    [InlineData(typeof(IAdjustmentActor), nameof(IAdjustmentActor.Preview), "adjustment", "preview")]
    [InlineData(typeof(Imports.IImportActor), nameof(Imports.IImportActor.Resume), "import", "resume")]
    [InlineData(typeof(IBacklogActor), nameof(IBacklogActor.Queue), "backlog", "queue")]
    public void A_call_keeps_its_name(Type actor, string method, string actorThen, string methodThen)
    {
        var call = CallOf(actor, method);

        var name = silo.Names.Format(call);

        name.Should().Be($"""("inv",[GrainRef],[{actorThen}],"{methodThen}")""");
        silo.Names.Parse(name).Should().Be(call);
    }

    private static Type CallOf(Type actor, string method) => actor.Assembly.GetTypes().Single(type =>
        type.GetCustomAttributes<CompoundTypeAliasAttribute>().Any(name =>
            name.Components is [_, _, Type of, string alias]
            && of == actor && alias == actor.GetMethod(method)!.GetCustomAttribute<AliasAttribute>()!.Alias));
}
