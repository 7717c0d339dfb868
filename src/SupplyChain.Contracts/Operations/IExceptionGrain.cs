using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>What people do about one exception: <c>tenant/id</c>.</summary>
[GrainInterfaceType("exception"), Alias("exception"), Needs(Permission.Read), Scoped(Scope.ByCommand)]
public interface IExceptionGrain : IGrainWithStringKey
{
    /// <summary>Does something about it.</summary>
    [Alias("attend"), Needs(Permission.Plan)] Task<ExceptionReply> Attend(AttendException command);
}
