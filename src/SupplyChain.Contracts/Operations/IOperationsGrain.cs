using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Operations;

/// <summary>Questions about the whole: figures, exceptions, the feed, health; keyed by tenant.</summary>
[GrainInterfaceType("operations"), Alias("operations"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IOperationsGrain : IGrainWithStringKey
{
    /// <summary>Figures over delivered lines.</summary>
    [Alias("kpis"), Scoped(Scope.ByList)] Task<KpiReply> Kpis(KpiQuery query);

    /// <summary>What planners have to look at.</summary>
    [Alias("exceptions"), Scoped(Scope.ByList)] Task<Page<ExceptionEntry>> Exceptions(ListExceptions query);

    /// <summary>One of it; null when there is no such exception.</summary>
    [Alias("exception"), Scoped(Scope.ByEntity)] Task<ExceptionEntry?> Exception(GetException query);

    /// <summary>How many of it match; the page does not matter.</summary>
    [Alias("exception-count"), Scoped(Scope.ByList)] Task<ExceptionCount> ExceptionCount(ListExceptions query);

    /// <summary>The event feed; null when <c>after</c> is not a position.</summary>
    [Alias("events")] Task<EventPage?> Events(ReadEvents query);

    /// <summary>What time it is for the cluster: deadlines are judged by it.</summary>
    [Alias("now"), Scoped(Scope.Everything), Uncounted] Task<DateTimeOffset> Now();

    /// <summary>How the coordinator is.</summary>
    [Alias("status"), Scoped(Scope.ByList), Uncounted] Task<ClusterStatus> Status();

    /// <summary>
    /// Checks every invariant at one place of the journal. For callers that do not know
    /// <see cref="IVerificationGrain"/>.
    /// </summary>
    [Alias("verify"), Needs(Permission.Operate), ResponseTimeout("00:10:00")] Task<VerifyReport> Verify();

    /// <summary>Begins to drain a silo; the status then, or null when no silo has that name.</summary>
    [Alias("drain"), Needs(Permission.Operate)] Task<ClusterStatus?> Drain(DrainSilo command);

    /// <summary>Starts building the read models anew.</summary>
    [Alias("rebuild"), Needs(Permission.Operate)] Task Rebuild();

    /// <summary>
    /// Raises the database to a feature level, unless a node that runs cannot read it; a level it has already, or a
    /// lower one, changes nothing.
    /// </summary>
    [Alias("raise-level"), Needs(Permission.Operate)] Task<LevelReply> RaiseLevel(RaiseLevel command);
}
