namespace SupplyChain.Operations;

/// <summary>Whether an exception's cause is still there.</summary>
[GenerateSerializer, Alias("exception-status")]
public enum ExceptionStatus
{
    /// <summary>The cause is there.</summary>
    Open = 1,

    /// <summary>The cause is gone.</summary>
    Resolved = 2,
}
