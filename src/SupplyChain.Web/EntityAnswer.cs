using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain;

/// <summary>An entity that commands are answered with. What is said here comes after its own members.</summary>
public abstract record EntityAnswer
{
    /// <summary>In answers to commands: whether the same had been carried out before.</summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public bool? Replayed { get; init; }
}
