using Orleans.Concurrency;

namespace SupplyChain.Operations;

/// <summary>
/// What people do about one exception. The exception itself is derived from the entity it is about, and read from the
/// lists.
/// </summary>
[GrainType("exception"), Reentrant]
public sealed class ExceptionGrain(ActorServices services, IReadModels readModels, IBusinessClock business)
    : JournaledActor<ExceptionWork, ExceptionWorkEvent>(services), IExceptionGrain
{
    /// <inheritdoc/>
    public async Task<ExceptionReply> Attend(AttendException command)
    {
        var faults = command.Validate(Now);
        if (faults.Count > 0)
        {
            return Replies.Invalid<ExceptionReply, ExceptionEntry>(faults);
        }
        var day = new PlannersDay(DateOnly.FromDateTime(business.Now.Date), Now);
        return await Queries.Run(() => readModels.ExceptionAsync(Tenant, Id, day, CallContext.Scope)) is { } entry
            ? await Commit(
                work => Replies.VersionMismatch(work.EntryVersion) is { } stale
                    ? stale
                    : ExceptionWork.Decide(work, command, entry.Since),
                (work, decision) => Replies.To<ExceptionReply, ExceptionEntry, ExceptionWorkEvent>(
                    decision, work.On(entry, Now)))
            : Replies.NotFound<ExceptionReply, ExceptionEntry>();
    }
}
