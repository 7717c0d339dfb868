namespace SupplyChain;

/// <summary>A command was answered no and the caller asked for an exception in that case.</summary>
[GenerateSerializer, Alias("command-refused")]
public sealed class CommandRefusedException(Refusal? refusal, string message) : Exception(message)
{
    /// <summary>The business reason; null when the command was invalid or its entity not found.</summary>
    [Id(0)] public Refusal? Refusal { get; } = refusal;
}
