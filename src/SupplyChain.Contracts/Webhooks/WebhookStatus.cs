namespace SupplyChain.Webhooks;

/// <summary>Whether a webhook delivers. The numbers are stable.</summary>
[GenerateSerializer, Alias("webhook-status")]
public enum WebhookStatus
{
    /// <summary>It delivers.</summary>
    Active = 1,

    /// <summary>It was paused by a command; events wait in the journal until it is resumed.</summary>
    Paused = 2,

    /// <summary>
    /// It was stopped because its receiver did not take anything for three days, or answered that it is gone; events
    /// wait in the journal until it is resumed.
    /// </summary>
    Disabled = 3,
}
