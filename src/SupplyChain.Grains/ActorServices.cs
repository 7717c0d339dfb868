using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>What every journaled actor needs.</summary>
/// <param name="Journal">Where decisions are recorded.</param>
/// <param name="Time">Cluster time.</param>
/// <param name="Log">Where trouble is told.</param>
public sealed record ActorServices(IJournal Journal, TimeProvider Time, ILogger<ActorServices> Log);
