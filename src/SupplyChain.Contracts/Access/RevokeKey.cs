namespace SupplyChain.Access;

/// <summary>Revokes a key: no node accepts it five seconds later. Safe to repeat.</summary>
[GenerateSerializer, Immutable, Alias("revoke-key")]
public sealed record RevokeKey([property: Id(0)] KeyId Id);

/// <summary>The answer to <see cref="RevokeKey"/>.</summary>
[GenerateSerializer, Immutable, Alias("key-reply")]
public sealed record KeyReply : Reply<KeyDetails>;
