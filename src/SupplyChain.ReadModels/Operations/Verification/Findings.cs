using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>What a verification has found so far.</summary>
internal sealed class Findings(DateTimeOffset now)
{
    /// <summary>How long work may be in flight.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private const int MaxReportedViolations = 1_000;

    private readonly List<Violation> _violations = [];

    /// <summary>The violations, at most 1,000.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Work in flight that is not a violation yet.</summary>
    public long Pending { get; private set; }

    /// <summary>Something must never be.</summary>
    public void Violated(string invariant, StreamId stream, long? version, string message)
    {
        if (_violations.Count < MaxReportedViolations)
        {
            _violations.Add(new(
                invariant, $"{stream.Kind}/{stream.Id}", version, $"{message} (tenant {stream.Tenant})"));
        }
    }

    /// <summary>Something does not fit yet: a violation, unless one of the streams is at it since a moment.</summary>
    public void Unless(StreamFacts?[] atIt, string invariant, StreamId stream, string message)
    {
        if (Array.Exists(atIt, facts => facts is not null && IsYoung(facts)))
        {
            Pending++;
        }
        else
        {
            Violated(invariant, stream, null, message);
        }
    }

    /// <summary>Counts something that is in flight.</summary>
    public void InFlight() => Pending++;

    /// <summary>Whether the stream has work that an actor may still be at.</summary>
    public bool IsYoung(StreamFacts facts) =>
        facts.Work != UnfinishedWork.None && now - facts.RecordedAt < Grace;
}
