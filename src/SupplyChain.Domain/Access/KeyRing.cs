using System.Collections.Immutable;
using System.Diagnostics;
using static SupplyChain.Access.KeyEvent;

namespace SupplyChain.Access;

/// <summary>The keys of a tenant.</summary>
public sealed record KeyRing : IAggregate<KeyRing, KeyEvent>
{
    /// <summary>The most usable keys there can be.</summary>
    public const int Most = 1_000;

    /// <inheritdoc/>
    public static string Kind => "key-ring";

    /// <inheritdoc/>
    public static int StateSchema => 2;

    /// <inheritdoc/>
    public static KeyRing Initial { get; } = new();

    /// <summary>Every key by its id, revoked ones included.</summary>
    public ImmutableSortedDictionary<string, ApiKey> Keys { get; init; } =
        ImmutableSortedDictionary.Create<string, ApiKey>(StringComparer.Ordinal);

    /// <summary>Creates a key.</summary>
    /// <param name="ring">The keys.</param>
    /// <param name="command">What for.</param>
    /// <param name="made">The id and the digest of the text that was made for it.</param>
    /// <param name="now">When.</param>
    public static Decision<KeyEvent> Decide(
        KeyRing ring, CreateKey command, (KeyId Id, string Digest) made, DateTimeOffset now) => ring switch
        {
            _ when command.Validate() is { Count: > 0 } faults => Decision.Invalid<KeyEvent>(faults),
            _ when ring.Keys.Values.Count(key => key.IsUsable(now)) >= Most =>
                new Refused(Refusal.Conflict, $"There are {Most} keys, the most there can be; revoke one."),
            _ when ring.Keys.Values.Any(key => key.Name == command.Name && key.IsUsable(now)) =>
                new Refused(
                    Refusal.Conflict, $"There is a key called '{command.Name}' already; history shows the name alone."),
            _ when ring.Keys.ContainsKey(made.Id.Value) =>
                new Refused(Refusal.Conflict, "There is a key with that id already; try again."),
            _ => [new Created(
                made.Id, command.Name, command.Role, made.Digest,
                command.ExpiresInDays is { } days ? now.AddDays(days) : null,
                command.Warehouses.Count > 0 ? command.Warehouses : null)],
        };

    /// <summary>Revokes a key; one that is revoked stays so.</summary>
    public static Decision<KeyEvent> Decide(KeyRing ring, RevokeKey command) =>
        ring.Keys.GetValueOrDefault(command.Id.Value) is { RevokedAt: null } ? [new Revoked(command.Id)] : [];

    /// <inheritdoc/>
    public static KeyRing Evolve(KeyRing state, KeyEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        Created made => state with
        {
            Keys = state.Keys.SetItem(
                made.Key.Value,
                new(made.Key, made.Name, made.Role, made.Digest, recordedAt, made.ExpiresAt)
                {
                    Warehouses = made.Warehouses ?? [],
                }),
        },
        Revoked revoked => state with
        {
            Keys = state.Keys.SetItem(
                revoked.Key.Value, state.Keys[revoked.Key.Value] with { RevokedAt = recordedAt }),
        },
        _ => throw new UnreachableException($"{@event}"),
    };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(KeyRing state) => SupplyChain.UnfinishedWork.None;
}
