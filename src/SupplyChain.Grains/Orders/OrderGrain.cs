using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// One order. Commands take turns; after each the order is brought to rest (<see cref="Order.Next"/>) before the next
/// one is decided.
/// </summary>
[GrainType("order"), Reentrant]
public sealed partial class OrderGrain(
    ActorServices services, Digests digests, OrderAddresses addresses, NetworkMap map, IBusinessClock business)
    : JournaledActor<Order, OrderEvent>(services), IOrderGrain, IOrderActor
{
    /// <inheritdoc/>
    public async Task<OrderReply> Place(PlaceOrder command)
    {
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Answer.Invalid<OrderReply, OrderDetails>(faults);
        }
        var digest = await digests.OfAsync(Tenant, DigestV1.Of(command));
        var address = await addresses.SealAsync(Tenant, command.Customer, command.ShipTo);
        return await InTurn(async () =>
        {
            var lines = command.Lines.Select((line, i) => (i, line)).ToList();
            var sourcing = new OrderSourcing(GrainFactory, Tenant);
            if (!State.Exists && await NotOrderable(sourcing, lines, Point(command.ShipTo)) is { } refused)
            {
                return refused;
            }
            var plan = await FirstPlan(sourcing, command, address);
            return await Commit(
                order => Order.Decide(order, Id, command, address, digest, plan, Now),
                (_, decision) => Answer.To<OrderReply, OrderDetails, OrderEvent>(decision, null, ReplyStatus.Created),
                command.OccurredAt);
        });
    }

    /// <inheritdoc/>
    public async Task<OrderReply> Amend(AmendOrder command)
    {
        if (await NotFoundOrInvalid(command.Validate()) is { } no)
        {
            return no;
        }
        return await InTurn(async () =>
        {
            if (await NotAddable(command) is { } refused)
            {
                return refused;
            }
            var address = await NewAddress(command);
            if (!State.Policy.AllowBackorder && Order.Decide(State, command, address).Accepted
                && Order.Increase(State, command) is { } increase && await CannotGrow(increase) is { } cannot)
            {
                return cannot;
            }
            return await Decide(order => Order.Decide(order, command, address));
        });
    }

    /// <inheritdoc/>
    public async Task<OrderReply> Cancel(CancelOrder command)
    {
        if (await NotFoundOrInvalid(command.Validate()) is { } no)
        {
            return no;
        }
        return await InTurn(async () =>
        {
            var picked = await PickedOrLater(State.ShipmentsToCancel(command));
            var wouldBe = Order.Decide(State, command, picked);
            if (wouldBe.Accepted)
            {
                picked.UnionWith(await CancelShipments(
                    State.ShipmentsToCancel(command).Where(id => !picked.Contains(id)), command.Reason));
                // What the shipments did is recorded even when the caller waits no longer.
                CallContext.Deadline = Now + AppendTimeout;
            }
            return await Decide(order => Order.Decide(order, command, picked));
        });
    }

    /// <inheritdoc/>
    public async Task<OrderReply> Release(ReleaseOrder command)
    {
        if (await NotFoundOrInvalid(command.Validate(Now)) is { } no)
        {
            return no;
        }
        return await InTurn(async () =>
        {
            if (await TakenByOthers(command) is { } taken)
            {
                return new() { Status = ReplyStatus.Refused, Refusal = Refusal.ShipmentInUse, Message = taken };
            }
            var reply = await Decide(order => Order.Decide(order, command, Now), command.OccurredAt);
            await BringToRest();
            var lost = command.Shipments?.FirstOrDefault(s => reply.Accepted && !State.Shipments.ContainsKey(s.Id.Value));
            return lost is null ? reply : new()
            {
                Status = ReplyStatus.Refused,
                Refusal = Refusal.ShipmentInUse,
                Message = $"Shipment {lost.Id} was made by another order meanwhile.",
            };
        });
    }

    /// <inheritdoc/>
    public async Task<OrderDetails?> Get()
    {
        var state = await Read(order => order);
        return state.Exists ? await Details(state) : null;
    }

    /// <inheritdoc/>
    public async Task Resume() => await InTurn(() => Task.FromResult(new OrderReply()));

    /// <inheritdoc/>
    public async Task AcceptGrants(AcceptGrants command) => await InTurn(async () =>
    {
        var backlog = Backlog(command.Sku);
        var offered = await backlog.GrantsOf(State.Number);
        await TakeGrants(backlog, command.Sku, offered.Grants);
        return new();
    });

    /// <inheritdoc/>
    public async Task RetryComplete() => await InTurn(async () =>
    {
        await ClaimAll(behindQueue: false);
        return new();
    });

    /// <inheritdoc/>
    public async Task LoseReservations(LoseReservations command) =>
        await InTurn(() => Decide(order => Order.Decide(order, command)));

    /// <inheritdoc/>
    public async Task<LeaveWarehouseReply> LeaveWarehouse(LeaveWarehouse command)
    {
        await InTurn(async () =>
        {
            var shipments = State.ShipmentsFrom(command.Warehouse);
            var staying = await CancelShipments(shipments, "The warehouse closed.");
            var cancelled = shipments.Where(id => !staying.Contains(id)).ToHashSet();
            return await Decide(order => Order.Decide(order, command, cancelled));
        });
        return State.LeaveReply(command);
    }

    /// <inheritdoc/>
    public async Task SyncShipment(SyncShipment command) => await InTurn(async () =>
    {
        var shipment = Shipment(command.Shipment);
        if (await shipment.Progress() is { } progress)
        {
            await Decide(order => Order.Decide(order, command.Shipment, progress), progress.DispatchedAt ?? OccurredAt.Now);
            await shipment.Confirm(new(progress.Version));
        }
        return new();
    });

    /// <summary>The answer when there is no such order, or the command has faults; else null.</summary>
    private async Task<OrderReply?> NotFoundOrInvalid(Items<Fault> faults)
    {
        var exists = State.Exists || await ReadNewest(order => order.Exists);
        return !exists ? Answer.NotFound<OrderReply, OrderDetails>()
            : faults.Count > 0 ? Answer.Invalid<OrderReply, OrderDetails>(faults)
            : null;
    }

    private Task<OrderReply> Decide(Func<Order, Decision<OrderEvent>> decide, OccurredAt occurredAt = default) => Commit(
        decide,
        (_, decision) => Answer.To<OrderReply, OrderDetails, OrderEvent>(decision, null),
        occurredAt);

    private async Task<OrderDetails> Details(Order order) =>
        order.Details(await addresses.OpenAsync(Tenant, order.Customer, order.ShipTo!));
}
