namespace SupplyChain;

/// <summary>An event that knows itself when it happened; any other happened when its command says.</summary>
public interface IDatedEvent
{
    /// <summary>When it happened; null when unknown.</summary>
    DateTimeOffset? OccurredAt { get; }
}
