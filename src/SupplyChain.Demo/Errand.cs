namespace SupplyChain.Demo;

/// <summary>Something to be done at a moment.</summary>
/// <param name="At">The simulated moment.</param>
/// <param name="Subject">What it is about, for the log.</param>
/// <param name="Run">Does it.</param>
internal sealed record Errand(DateTimeOffset At, string Subject, Func<CancellationToken, Task> Run);
