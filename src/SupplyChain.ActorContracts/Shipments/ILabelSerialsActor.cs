namespace SupplyChain.Shipments;

/// <summary>The serial numbers of a tenant's labels: <c>tenant/sscc</c>.</summary>
[GrainInterfaceType("label-serials"), Alias("label-serials")]
public interface ILabelSerialsActor : IGrainWithStringKey
{
    /// <summary>Takes the next number, from 0. A number that is lost on the way is never given again.</summary>
    [Alias("take")] Task<long> Take();
}
