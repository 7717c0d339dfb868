using SupplyChain.Journal;
using SupplyChain.Tenants;

namespace SupplyChain.Operations.Verification;

/// <summary>The whole journal up to a position, folded without any read table.</summary>
internal sealed class JournalFold
{
    /// <summary>Every event can be read, and follows from the ones before.</summary>
    public const string Readable = "events-readable";

    private readonly Findings _findings;
    private readonly VerificationProgress _progress;
    private readonly Dictionary<string, IReadOnlyList<IStreamFold>> _folds;
    private readonly Dictionary<Type, IStreamFold> _byType;
    private readonly HashSet<StreamId> _broken = [];

    /// <summary>Has taken in nothing yet.</summary>
    public JournalFold(Findings findings, VerificationProgress progress)
    {
        (_findings, _progress, Streams) = (findings, progress, new(findings));
        _folds = AggregateReadModels.All.ToDictionary(
            aggregate => aggregate.Kind, aggregate => aggregate.Folds(findings));
        _byType = _folds.Values.SelectMany(folds => folds).ToDictionary(fold => fold.GetType());
    }

    /// <summary>Every stream, from its rows alone.</summary>
    public StreamAudit Streams { get; }

    /// <summary>What tenants have used, by the day that events were recorded on.</summary>
    public UsageSums Usage { get; } = new();

    /// <summary>How many events were taken in.</summary>
    public long Events { get; private set; }

    /// <summary>The position of the newest of them.</summary>
    public Position Position { get; private set; }

    /// <summary>What an aggregate's fold has kept.</summary>
    public T Of<T>() where T : IStreamFold => (T)_byType[typeof(T)];

    /// <summary>The states of an aggregate's streams.</summary>
    public FoldedStates<TState, TEvent> Of<TState, TEvent>()
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class =>
        Of<FoldedStates<TState, TEvent>>();

    /// <summary>Takes in every event up to a position.</summary>
    public async Task ReadAsync(IJournal journal, Position until, CancellationToken cancellationToken)
    {
        while (Position < until)
        {
            var rows = await journal.ReadTailAsync(Position, 1_000, cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }
            foreach (var row in rows.TakeWhile(row => row.Position <= until))
            {
                Add(row);
            }
            _progress.Read(Events);
            if (rows[^1].Position > until)
            {
                return;
            }
        }
    }

    private void Add(JournaledEvent row)
    {
        (Events, Position) = (Events + 1, row.Position);
        Streams.Add(row);
        Usage.Add(row);
        if (_broken.Contains(row.Stream))
        {
            return;
        }
        try
        {
            Fold(row, EventCodec.Decode(row.Type, row.Schema, row.Data));
        }
        catch (Exception failure) // whatever it is, the event cannot be folded, and that is the finding
        {
            _broken.Add(row.Stream);
            _findings.Violated(Readable, row.Stream, row.Version, $"{row.Type}: {failure.Message}");
        }
    }

    private void Fold(JournaledEvent row, object @event)
    {
        foreach (var fold in _folds.GetValueOrDefault(row.Stream.Kind) ?? [])
        {
            fold.Add(row, @event);
        }
    }
}
