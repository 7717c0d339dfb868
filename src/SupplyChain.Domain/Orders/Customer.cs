using System.Diagnostics;

namespace SupplyChain.Orders;

/// <summary>A customer, as far as anything happened to it beside its orders.</summary>
public sealed record Customer : IAggregate<Customer, CustomerEvent>
{
    /// <inheritdoc/>
    public static string Kind => "customer";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Customer Initial { get; } = new();

    /// <summary>When its personal data was erased last; null when it never was.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>How often it was.</summary>
    public long Erasures { get; init; }

    /// <summary>Records an erasure.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="hadKey">Whether there was a key to destroy.</param>
    public static Decision<CustomerEvent> Erase(Customer customer, bool hadKey) =>
        hadKey || customer.ErasedAt is null ? [new CustomerEvent.Erased()] : [];

    /// <inheritdoc/>
    public static Customer Evolve(Customer state, CustomerEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        CustomerEvent.Erased => new() { ErasedAt = recordedAt, Erasures = state.Erasures + 1 },
        _ => throw new UnreachableException($"{@event}"),
    };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Customer state) => SupplyChain.UnfinishedWork.None;
}
