namespace SupplyChain.Operations;

/// <summary>The answer to a command on an exception.</summary>
[GenerateSerializer, Immutable, Alias("exception-reply")]
public sealed record ExceptionReply : Reply<ExceptionEntry>;
