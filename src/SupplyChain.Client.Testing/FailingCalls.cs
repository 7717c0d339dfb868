using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>Makes calls fail that were told to, each once.</summary>
/// <param name="clock">What time it is there.</param>
internal sealed class FailingCalls(TestClock clock) : ICallEdge
{
    private const string Why = "a failure that the test asked for";

    private readonly Lock _turn = new();
    private readonly List<(CallFailure Failure, string? Call)> _next = [];

    /// <summary>Makes some of the next calls fail.</summary>
    public void Add(CallFailure failure, int calls, string? call)
    {
        lock (_turn)
            _next.AddRange(Enumerable.Repeat((failure, call), calls));
    }

    /// <summary>Lets all calls pass.</summary>
    public void Clear()
    {
        lock (_turn)
            _next.Clear();
    }

    /// <inheritdoc/>
    public async Task<T> CallAsync<T>(string call, Func<Task<T>> send)
    {
        switch (Take(call))
        {
            case CallFailure.Busy:
                throw new BusyException($"{call} was not done: too much is waiting ({Why}).");
            case CallFailure.Unavailable:
                throw Unanswered(call);
            case CallFailure.OverQuota:
                var midnight = new DateTimeOffset(clock.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
                throw new QuotaExceededException(
                    $"{call} was not done: the quota of calls a day is used up until {midnight:u} ({Why}).",
                    Quota.CallsPerDay, 0, midnight);
            case CallFailure.AnswerLost:
                await send();
                throw Unanswered(call);
            default:
                return await send();
        }
    }

    private static UnavailableException Unanswered(string call) =>
        new($"{call} was not answered in time; repeating it with the same id is safe ({Why}).");

    private CallFailure? Take(string call)
    {
        lock (_turn)
        {
            var index = _next.FindIndex(next => next.Call is null || next.Call == call);
            if (index < 0)
                return null;
            var failure = _next[index].Failure;
            _next.RemoveAt(index);
            return failure;
        }
    }
}
