using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>
/// Notes attempts to create documents that were not the first to be accepted, so that an integrator finds out what
/// became of each. It is beside the answer: nothing waits for it, and what is too much is left out.
/// </summary>
public sealed class Arrivals(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How many attempts a silo notes in a second; an integrator's loop does not slow others down.</summary>
    private const int MaxPerSecond = 200;

    private long _second;
    private int _noted;

    /// <summary>Notes the answer to an attempt, unless the journal tells it, and passes it on.</summary>
    internal TReply Noted<TReply>(StreamId document, TReply reply) where TReply : IReply
    {
        if (reply.Status is not (ReplyStatus.Created or ReplyStatus.Done) && MayNote())
        {
            var fault = reply.Faults.Count > 0 ? reply.Faults[0] : null;
            grains.GetGrain<IArrivalsGrain>(GrainKey.Of(document.Tenant, document.Id)).Note(new(
                document.Kind, time.GetUtcNow(), CallContext.Actor, reply.Status,
                reply.Refusal?.Code() ?? fault?.Code, reply.Message ?? fault?.Message,
                CallContext.Correlation)).Ignore();
        }
        return reply;
    }

    private bool MayNote()
    {
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        if (Interlocked.Exchange(ref _second, second) != second)
            Volatile.Write(ref _noted, 0);
        return Interlocked.Increment(ref _noted) <= MaxPerSecond;
    }
}
