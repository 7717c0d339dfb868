namespace SupplyChain.Operations;

/// <summary>The run of a verification that a caller waits for.</summary>
/// <param name="Home">The life of the actor that carries it out; when it ends, its runs do.</param>
/// <param name="Run">The run's number in that life; a later run will do too.</param>
[GenerateSerializer, Immutable, Alias("verify-ticket")]
public sealed record VerifyTicket([property: Id(0)] Guid Home, [property: Id(1)] long Run);
