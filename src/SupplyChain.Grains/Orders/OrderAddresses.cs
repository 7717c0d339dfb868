using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain.Orders;

/// <summary>Seals the personal fields of a ship-to under the customer's key, and opens them again.</summary>
public sealed class OrderAddresses(ISubjectKeys keys)
{
    /// <summary>The address as it is stored.</summary>
    public async ValueTask<OrderAddress> SealAsync(TenantId tenant, CustomerId customer, ShipTo shipTo)
    {
        if (shipTo is { Name: null, Address: null })
        {
            return new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode, null, null);
        }
        var key = await Unless(() => keys.GetOrCreateAsync(tenant, Subject(customer)));
        return new(
            shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode,
            shipTo.Name is { } name ? key.Seal(name) : null, shipTo.Address is { } address ? key.Seal(address) : null);
    }

    /// <summary>The address as clients see it; personal fields are absent once the customer's key was erased.</summary>
    public async ValueTask<ShipTo> OpenAsync(TenantId tenant, CustomerId customer, OrderAddress stored)
    {
        var key = stored is { Name: null, Address: null }
            ? null
            : await Unless(() => keys.FindAsync(tenant, Subject(customer)));
        return new(
            stored.Country, stored.Latitude, stored.Longitude, stored.Unlocode,
            stored.Name is { } name ? key?.Open(name) : null,
            stored.Address is { } address ? key?.Open(address) : null);
    }

    /// <summary>Destroys the key of a customer's personal data; whether there was one.</summary>
    public ValueTask<bool> EraseAsync(TenantId tenant, CustomerId customer) =>
        Unless(async () => await keys.EraseAsync(tenant, Subject(customer)));

    private static string Subject(CustomerId customer) => $"{Customer.Kind}/{customer}";

    private static async ValueTask<T> Unless<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException(
                $"The keys of personal data could not be read or written: {trouble.Message}");
        }
    }
}
