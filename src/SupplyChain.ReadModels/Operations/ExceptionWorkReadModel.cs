using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>What is read of people's work on exceptions.</summary>
internal sealed class ExceptionWorkReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => ExceptionWork.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
        [new("exception_work", "tenant, id, owner, note, snoozed_until, snoozed_since, resolved_since, version")];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new ExceptionWorkProjection(parts.Journal, parts.Tables, parts.CachedStates);
}
