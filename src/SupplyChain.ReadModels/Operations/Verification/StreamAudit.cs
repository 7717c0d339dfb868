using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>Checks what holds for every stream: versions, hashes, causes, finished work.</summary>
internal sealed class StreamAudit(Findings findings)
{
    /// <summary>Versions 1…n, each once.</summary>
    public const string Versions = "versions-without-gap";

    /// <summary>Each row follows from the one before.</summary>
    public const string Chain = "hash-chain";

    /// <summary>One effect per cause and stream.</summary>
    public const string Causes = "one-effect-per-cause";

    /// <summary>Nothing stays half done.</summary>
    public const string Undecided = "nothing-undecided";

    private readonly Dictionary<StreamId, StreamFacts> _streams = [];

    /// <summary>Every stream.</summary>
    public IReadOnlyDictionary<StreamId, StreamFacts> Streams => _streams;

    /// <summary>What is known of a stream; null when there is none.</summary>
    public StreamFacts? Find(TenantId tenant, string kind, string id) =>
        _streams.GetValueOrDefault(new(tenant, kind, id));

    /// <summary>Takes in a row.</summary>
    public void Add(JournaledEvent row)
    {
        if (!_streams.TryGetValue(row.Stream, out var facts))
        {
            _streams[row.Stream] = facts = new();
        }
        if (row.Version != facts.Version + 1)
        {
            findings.Violated(
                Versions, row.Stream, row.Version, $"Version {row.Version} follows version {facts.Version}.");
        }
        else if (!HashChain.Verifies(facts.Hash, row))
        {
            findings.Violated(
                Chain, row.Stream, row.Version, "The hash does not follow from the row and the one before.");
        }
        if (row.Cause is { } cause && !(facts.Causes ??= []).Add(cause))
        {
            findings.Violated(Causes, row.Stream, row.Version, $"The cause {cause} had an effect before.");
        }
        (facts.Version, facts.Hash) = (row.Version, row.Hash);
        (facts.Work, facts.RecordedAt) = ((UnfinishedWork)row.Work, row.RecordedAt);
    }

    /// <summary>Judges what is unfinished.</summary>
    public void Conclude()
    {
        foreach (var (stream, facts) in _streams.Where(pair => pair.Value.Work != UnfinishedWork.None))
        {
            if (findings.IsYoung(facts))
            {
                findings.InFlight();
            }
            else
            {
                findings.Violated(
                    Undecided, stream, facts.Version, $"Unfinished ({facts.Work}) since {facts.RecordedAt:O}.");
            }
        }
    }
}
