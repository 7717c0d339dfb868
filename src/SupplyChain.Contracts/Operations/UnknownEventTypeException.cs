namespace SupplyChain.Operations;

/// <summary>A type that was asked for is none of the feed's; the message names those that are.</summary>
[GenerateSerializer, Alias("unknown-event-type")]
public sealed class UnknownEventTypeException(string message) : Exception(message);
