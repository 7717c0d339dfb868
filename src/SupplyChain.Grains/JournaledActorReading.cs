using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>What an actor says without recording anything.</summary>
public abstract partial class JournaledActor<TState, TEvent>
{
    private static readonly TimeSpan MaxUnconfirmedAge = TimeSpan.FromSeconds(2);
    private long _confirmedAt;

    /// <summary>
    /// Reads the state. When the stream's head was not confirmed for a while, it is confirmed first, so that a
    /// forgotten duplicate of this actor shows the past for a moment at most.
    /// </summary>
    protected async Task<T> Read<T>(Func<TState, T> read)
    {
        RefuseWhenGivenUp();
        _lastAsked = services.Time.GetTimestamp();
        if (services.Time.GetElapsedTime(_confirmedAt) > MaxUnconfirmedAge)
        {
            await Confirm();
        }
        var answer = read(State);
        await Durable();
        return answer;
    }

    /// <summary>Reads the state for an answer that the caller acts upon, such as that there is nothing.</summary>
    protected async Task<T> ReadNewest<T>(Func<TState, T> read)
    {
        RefuseWhenGivenUp();
        await Confirm();
        return await Read(read);
    }

    /// <summary>Makes sure that no other activation wrote to the stream; an append under way does it too.</summary>
    private async Task Confirm()
    {
        if (!_lastAppend.IsCompleted)
        {
            return;
        }
        try
        {
            var head = await services.Journal.HeadAsync(Stream);
            if (head > _writer.Version)
            {
                GiveUp("Another activation has written to the stream.");
                RefuseWhenGivenUp();
            }
            _confirmedAt = services.Time.GetTimestamp();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{Stream} could not confirm its state: {trouble.Message}");
        }
    }
}
