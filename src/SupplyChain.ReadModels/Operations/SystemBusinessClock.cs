namespace SupplyChain.Operations;

/// <summary>The business lives in real time.</summary>
public sealed class SystemBusinessClock(TimeProvider time) : IBusinessClock
{
    /// <inheritdoc/>
    public DateTimeOffset Now => time.GetUtcNow();
}
