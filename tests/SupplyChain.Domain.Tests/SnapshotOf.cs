using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;

namespace SupplyChain;

/// <summary>A state as it is after it was written to a snapshot and read back.</summary>
public static class SnapshotOf
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Writes it and reads it back.</summary>
    public static TState State<TState>(TState state) =>
        JsonSerializer.Deserialize<TState>(JsonSerializer.SerializeToUtf8Bytes(state, Json), Json)!;

    /// <summary>The state read back comes to the same decision.</summary>
    public static void ShouldDecideTheSame<TState, TEvent>(
        TState state, Func<TState, Decision<TEvent>> decide, Decision<TEvent> decision) where TEvent : class
    {
        var again = decide(State(state));
        again.Should().Equal(decision);
        again.Refusal.Should().Be(decision.Refusal);
        again.Faults.Should().Equal(decision.Faults);
    }
}
