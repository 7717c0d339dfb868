namespace SupplyChain.Imports;

/// <summary>The answer to a command on an import.</summary>
[GenerateSerializer, Immutable, Alias("import-reply")]
public sealed record ImportReply : Reply<ImportReport>;
