using Orleans.Concurrency;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>
/// One order. Commands take turns; after each the order is brought to rest (<see cref="Order.Next"/>) before the next
/// one is decided.
/// </summary>
[GrainType("order"), Reentrant]
public sealed partial class OrderGrain(
    ActorServices services, Digests digests, OrderAddresses addresses, NetworkMap map, IBusinessClock business,
    Arrivals arrivals, Newcomers newcomers, NearSupplies near)
    : JournaledActor<Order, OrderEvent>(services), IOrderGrain, IOrderInFulfilment
{
    private OrderFulfilment _fulfilment = null!;

    Order IOrderInFulfilment.State => State;

    TenantId IOrderInFulfilment.Tenant => Tenant;

    DateTimeOffset IOrderInFulfilment.Now => Now;

    DateTimeOffset IOrderInFulfilment.Deadline => Deadline;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        _fulfilment = new(this, GrainFactory, map);
    }

    /// <inheritdoc/>
    public async Task<OrderReply> Place(PlaceOrder command) => arrivals.Noted(Stream, await PlaceAsync(command));

    private async Task<OrderReply> PlaceAsync(PlaceOrder command)
    {
        CallContext.Creates = false; // It is about this order, not about others that its actor talks to.
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Replies.Invalid<OrderReply, OrderDetails>(faults);
        }
        var digest = await digests.OfAsync(Tenant, Order.CanonicalV1(command));
        var address = await addresses.SealAsync(Tenant, command.Customer, command.ShipTo);
        return await InTurn(async () =>
        {
            var lines = command.Lines.Select((line, i) => (i, line)).ToList();
            var sourcing = new OrderSourcing(GrainFactory, Tenant, near: near);
            if (!State.Exists && await NotOrderable(sourcing, lines, Point(command.ShipTo)) is { } refused)
            {
                return await Read(order => refused); // An order that was taken for new may exist.
            }
            var placing = OrderPlacing.Of(Id, command, address, digest, Now);
            var plan = await FirstPlan(sourcing, command, placing.After);
            return await Commit(
                order => Order.Decide(order, placing, plan),
                (_, decision) => Replies.To<OrderReply, OrderDetails, OrderEvent>(decision, null, ReplyStatus.Created),
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
            var picked = await _fulfilment.Shipments.PickedOrLater(State.ShipmentsToCancel(command));
            var wouldBe = Order.Decide(State, command, picked);
            if (wouldBe.Accepted)
            {
                picked.UnionWith(await _fulfilment.Shipments.Cancel(
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
        var scope = CallContext.Scope;
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
            var reply = await Decide(order => Within(scope, order, command), command.OccurredAt);
            await _fulfilment.BringToRest();
            var lost = command.Shipments?.FirstOrDefault(
                s => reply.Accepted && !State.Shipments.ContainsKey(s.Id.Value));
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
        return state.Exists && CallContext.Scope.IncludesAny(state.ConcernedWarehouses) ? await Details(state) : null;
    }

    /// <summary>A release of goods that are all in warehouses of the caller.</summary>
    /// <exception cref="AccessDeniedException">Some are elsewhere.</exception>
    private Decision<OrderEvent> Within(WarehouseScope scope, Order order, ReleaseOrder command)
    {
        var decision = Order.Decide(order, command, Now);
        var made = command.Shipments?.Select(wanted => order.Shipments.GetValueOrDefault(wanted.Id.Value)) ?? [];
        scope.Demand(decision.OfType<OrderEvent.Released>().SelectMany(released => released.Shipments)
            .Concat(made.OfType<OrderShipment>().Select(shipment => shipment.Plan))
            .Select(shipment => shipment.Warehouse));
        return decision;
    }

    /// <summary>The answer when there is no such order, or the command has faults; else null.</summary>
    private async Task<OrderReply?> NotFoundOrInvalid(Items<Fault> faults)
    {
        var exists = State.Exists || await ReadNewest(order => order.Exists);
        return !exists || !CallContext.Scope.IncludesAny(State.ConcernedWarehouses)
            ? Replies.NotFound<OrderReply, OrderDetails>()
            : faults.Count > 0 ? Replies.Invalid<OrderReply, OrderDetails>(faults)
            : null;
    }

    private Task<OrderReply> Decide(Func<Order, Decision<OrderEvent>> decide, OccurredAt occurredAt = default) =>
        Commit(
            decide,
            (_, decision) => Replies.To<OrderReply, OrderDetails, OrderEvent>(decision, null),
            occurredAt);

    private async Task<OrderDetails> Details(Order order) =>
        order.Details(await addresses.OpenAsync(Tenant, order.Customer, order.ShipTo!));

    /// <summary>Says which wanted shipment number belongs to something else; null when none does.</summary>
    private async Task<string?> TakenByOthers(ReleaseOrder command)
    {
        foreach (var wanted in command.Shipments ?? [])
        {
            if (!State.Shipments.ContainsKey(wanted.Id.Value)
                && await _fulfilment.Shipments.Of(wanted.Id).Progress() is not null)
            {
                return $"Shipment {wanted.Id} exists already.";
            }
        }
        return null;
    }

    Decision<OrderEvent> IOrderInFulfilment.Record(Func<Order, Decision<OrderEvent>> decide) => Record(decide);

    Task IOrderInFulfilment.Recorded() => Recorded();
}
