namespace SupplyChain.Operations;

/// <summary>A business that lives in the present.</summary>
public sealed class SystemBusinessClock(TimeProvider time) : IBusinessClock
{
    /// <inheritdoc/>
    public DateTimeOffset Now => time.GetUtcNow();
}
