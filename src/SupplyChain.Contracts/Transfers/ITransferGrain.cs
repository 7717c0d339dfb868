using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Transfers;

/// <summary>One transfer of stock between two warehouses: <c>tenant/transfer</c>.</summary>
[GrainInterfaceType("transfer"), Alias("transfer"), Needs(Permission.Read)]
public interface ITransferGrain : IGrainWithStringKey
{
    /// <summary>Requests it; what is free at the source is reserved with the answer, the rest waits.</summary>
    [Alias("request"), Needs(Permission.Write), Scoped(Scope.ByCommand), Adds]
    Task<TransferReply> Request(RequestTransfer command);

    /// <summary>Makes a shipment of what is reserved; the rest waits for another release.</summary>
    [Alias("release"), Needs(Permission.Write), Scoped(Scope.ByCommand)]
    Task<TransferReply> Release(ReleaseTransfer command);

    /// <summary>Records what arrived; answers once it is on hand at the destination.</summary>
    [Alias("receive"), Needs(Permission.Write), Scoped(Scope.ByCommand)]
    Task<TransferReply> Receive(ReceiveTransfer command);

    /// <summary>Cancels what has not been picked.</summary>
    [Alias("cancel"), Needs(Permission.Write), Scoped(Scope.ByCommand)]
    Task<TransferReply> Cancel(CancelTransfer command);

    /// <summary>The transfer; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<TransferDetails?> Get();
}
