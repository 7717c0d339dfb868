namespace SupplyChain;

/// <summary>A way for requests to reach the cluster.</summary>
internal interface ICaller
{
    /// <summary>How long one attempt waits; another may follow.</summary>
    TimeSpan Patience { get; }

    /// <summary>Sends an operation once.</summary>
    /// <param name="operation">What is asked for.</param>
    /// <param name="attempt">Attempts that follow each other take different ways.</param>
    /// <param name="patience">Ends the attempt.</param>
    /// <returns>What was answered; null for nothing.</returns>
    Task<NodeAnswer?> TrySendAsync(Operation operation, int attempt, CancellationToken patience);
}
