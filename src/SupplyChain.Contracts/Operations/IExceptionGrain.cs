namespace SupplyChain.Operations;

/// <summary>What people do about one exception: <c>tenant/id</c>.</summary>
[GrainInterfaceType("exception"), Alias("exception")]
public interface IExceptionGrain : IGrainWithStringKey
{
    /// <summary>Does something about it.</summary>
    [Alias("attend")] Task<ExceptionReply> Attend(AttendException command);
}
