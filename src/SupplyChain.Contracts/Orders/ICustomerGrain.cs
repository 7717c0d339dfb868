using SupplyChain.Access;

namespace SupplyChain.Orders;

/// <summary>A customer: <c>tenant/id</c>.</summary>
[GrainInterfaceType("customer"), Alias("customer"), Needs(Permission.Govern)]
public interface ICustomerGrain : IGrainWithStringKey
{
    /// <summary>Erases the customer's personal data.</summary>
    [Alias("erase")] Task<CustomerReply> Erase();
}

/// <summary>A customer whose personal data was erased.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ErasedAt">When it was erased last.</param>
/// <param name="Erasures">How often: what is ordered after an erasure is personal data again.</param>
[GenerateSerializer, Immutable, Alias("customer-details")]
public sealed record CustomerDetails(
    [property: Id(0)] CustomerId Id, [property: Id(1)] DateTimeOffset ErasedAt, [property: Id(2)] long Erasures);

/// <summary>The answer to an erasure; <c>Replayed</c> when there was nothing to erase since the one before.</summary>
[GenerateSerializer, Immutable, Alias("customer-reply")]
public sealed record CustomerReply : Reply<CustomerDetails>;
