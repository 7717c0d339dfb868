namespace SupplyChain.Journal.PersonalData;

/// <summary>One key per tenant, created once and never changed.</summary>
public interface ITenantKeys
{
    /// <summary>The tenant's key, made durable before it is given out for the first time.</summary>
    /// <exception cref="JournalUnavailableException">The keys could not be read or written.</exception>
    ValueTask<TenantKey> GetAsync(TenantId tenant, CancellationToken cancellationToken = default);
}
