namespace SupplyChain.Orders;

/// <summary>Customers, beside their orders.</summary>
public sealed class CustomersClient
{
    private readonly Calls _calls;

    internal CustomersClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Erases a customer's personal data: names and addresses of all its orders are absent from then on, everywhere and
    /// in the past as well, within five seconds; orders, ledgers and their hashes stay as they are. It cannot be taken
    /// back. It needs the role <see cref="Access.Role.Operator"/> or <see cref="Access.Role.Admin"/>. Safe to repeat;
    /// repeat it when it was not answered.
    /// </summary>
    /// <exception cref="UnavailableException">The cluster did not answer in time.</exception>
    /// <exception cref="Access.AccessDeniedException">The key may not do that.</exception>
    public Task<CustomerReply> EraseAsync(CustomerId id, CancellationToken cancellationToken = default) =>
        _calls.Send<CustomerReply, CustomerDetails>(
            "customers.erase", id.Value, [], () => _calls.Actor<ICustomerGrain>(id.Value).Erase(), cancellationToken);
}
