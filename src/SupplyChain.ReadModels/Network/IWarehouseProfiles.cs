namespace SupplyChain.Network;

/// <summary>The network as a whole, for those who keep a map of it.</summary>
public interface IWarehouseProfiles
{
    /// <summary>Rises whenever a warehouse of any tenant has changed.</summary>
    long Changes { get; }

    /// <summary>Every warehouse of a tenant, by id; without the orders its closing waits for.</summary>
    Task<IReadOnlyList<WarehouseDetails>> ReadAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Completes once <see cref="Changes"/> is above <paramref name="seen"/>.</summary>
    Task WaitForChangeAsync(long seen, CancellationToken cancellationToken = default);
}
