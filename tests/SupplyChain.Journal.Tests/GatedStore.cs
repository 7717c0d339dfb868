using System.Threading.Channels;

namespace SupplyChain.Journal;

/// <summary>A store in memory whose commits wait until the test lets them through.</summary>
internal sealed class GatedStore : IBatchStore
{
    private readonly Channel<IReadOnlyList<JournaledEvent>> _arrived =
        Channel.CreateUnbounded<IReadOnlyList<JournaledEvent>>();
    private readonly Channel<Func<bool>> _answers = Channel.CreateUnbounded<Func<bool>>();

    /// <summary>What landed.</summary>
    public List<JournaledEvent> Rows { get; } = [];

    /// <summary>The next batch, once the loop has sent it.</summary>
    public Task<IReadOnlyList<JournaledEvent>> NextAsync() => _arrived.Reader.ReadAsync().AsTask().Soon();

    /// <summary>Lets the batch land, or be refused when one of its rows is taken.</summary>
    public void Commit() => _answers.Writer.TryWrite(() => true);

    /// <summary>Lets every batch through from now on.</summary>
    public void CommitAll() => _answers.Writer.TryComplete();

    /// <summary>Answers the batch with a failure.</summary>
    public void Fail(Exception failure) => _answers.Writer.TryWrite(() => throw failure);

    /// <summary>Reports a violation whatever the rows say.</summary>
    public void ReportViolation() => _answers.Writer.TryWrite(() => false);

    /// <summary>When the store is ready; at once unless a test says otherwise.</summary>
    public Func<Task> Ready { get; set; } = () => Task.CompletedTask;

    public ValueTask ReadyAsync() => new(Ready());

    public async ValueTask<bool> WriteAsync(IReadOnlyList<JournaledEvent> rows)
    {
        await _arrived.Writer.WriteAsync(rows);
        if (await _answers.Reader.WaitToReadAsync() && _answers.Reader.TryRead(out var answer) && !answer())
        {
            return false;
        }
        if (rows.Any(row => Rows.Exists(known => known.Stream == row.Stream && known.Version == row.Version)))
        {
            return false;
        }
        Rows.AddRange(rows);
        return true;
    }

    /// <summary>How many heartbeats there were.</summary>
    public int Beats { get; private set; }

    public async ValueTask BeatAsync()
    {
        if (await _answers.Reader.WaitToReadAsync() && _answers.Reader.TryRead(out var answer))
        {
            answer();
        }
        Beats++;
    }

    public ValueTask<IReadOnlyDictionary<StreamId, long>> ReadHeadsAsync(IReadOnlyCollection<StreamId> streams) => new(
        streams.ToDictionary(stream => stream, stream => (long)Rows.Count(row => row.Stream == stream)));

    public ValueTask<IReadOnlySet<(StreamId Stream, string Cause)>> ReadTakenCausesAsync(
        IReadOnlyCollection<(StreamId Stream, string Cause)> causes) => new(new HashSet<(StreamId, string)>());
}
