using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>
/// Tells a repeated document from a different one under the same id: a keyed digest of its canonical form.
/// </summary>
public sealed class Digests(ITenantKeys keys)
{
    /// <summary>The digest of a document in its canonical form, for example <see cref="Order.CanonicalV1"/>.</summary>
    public async ValueTask<string> OfAsync(TenantId tenant, byte[] canonical)
    {
        try
        {
            return (await keys.GetAsync(tenant)).Digest(canonical);
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The tenant's key could not be read: {trouble.Message}");
        }
    }
}
