using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>
/// Checks every invariant beside its turns, so that it answers while it does; keyed by tenant. A run begins after the
/// one before it has ended, and requests made meanwhile share it: no report is older than its request.
/// </summary>
[GrainInterfaceType("verification"), Alias("verification"), Needs(Permission.Read)]
public interface IVerificationGrain : IGrainWithStringKey
{
    /// <summary>Begins a run, or lets the caller share the next one.</summary>
    [Alias("start"), Needs(Permission.Operate)] Task<VerifyTicket> Start();

    /// <summary>How far the run of a ticket is.</summary>
    [Alias("follow"), Needs(Permission.Operate)] Task<VerifyOutcome> Follow(VerifyTicket ticket);

    /// <summary>How far the run under way is, and what the last one found.</summary>
    [Alias("progress"), Needs(Permission.Operate)] Task<VerifyProgress> Progress();
}
