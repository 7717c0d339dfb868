using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>What every journaled actor needs.</summary>
/// <param name="Journal">Where decisions are recorded.</param>
/// <param name="Level">Which events may be recorded.</param>
/// <param name="Pulse">Whether anything can be recorded now.</param>
/// <param name="Time">Cluster time.</param>
/// <param name="Actors">Who lives in this silo.</param>
/// <param name="Recent">What the read tables of this node take from its actors.</param>
/// <param name="Metrics">What a monitoring system is told.</param>
/// <param name="Log">Where trouble is told.</param>
public sealed record ActorServices(
    IJournal Journal, IFeatureLevel Level, JournalPulse Pulse, TimeProvider Time, ActorRegistry Actors,
    RecentAppends Recent, ActorMetrics Metrics, ILogger<ActorServices> Log);
