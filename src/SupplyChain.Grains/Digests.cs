using System.Text.Json;
using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain;

/// <summary>Tells a repeated document from a different one under the same id: a keyed digest of its canonical body.</summary>
public sealed class Digests(ITenantKeys keys)
{
    /// <summary>The digest of a command with its defaults filled in and its sets sorted.</summary>
    public async ValueTask<string> OfAsync<TCommand>(TenantId tenant, TCommand canonical)
    {
        try
        {
            var key = await keys.GetAsync(tenant);
            return key.Digest(JsonSerializer.SerializeToUtf8Bytes(canonical, EventCodec.Json));
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The tenant's key could not be read: {trouble.Message}");
        }
    }
}
