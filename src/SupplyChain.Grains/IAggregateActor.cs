using System.Diagnostics;
using SupplyChain.Network;

namespace SupplyChain;

/// <summary>
/// What a silo has to know of one kind of aggregate besides its actor. Every aggregate has one in its business folder;
/// <see cref="SupplyChainActors"/> lists them.
/// </summary>
public interface IAggregateActor
{
    /// <summary>The kind of its streams, and the type of its actors.</summary>
    string Kind { get; }

    /// <summary>Has an actor go on with what it left half-done.</summary>
    Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        throw new UnreachableException($"A stream of kind {Kind} leaves no work of its own unfinished.");

    /// <summary>
    /// Tells other actors what they have to hear of one. Done here, outside the actors, calls never run in a circle.
    /// </summary>
    Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        ResumeAsync(tenant, id, cancellationToken);

    /// <summary>The warehouse in whose region an actor lives; null when it may live anywhere.</summary>
    WarehouseId? HomeOf(string id) => null;
}
