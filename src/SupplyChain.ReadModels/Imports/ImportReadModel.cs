using SupplyChain.Tables;

namespace SupplyChain.Imports;

/// <summary>What is read of imports.</summary>
internal sealed class ImportReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => ImportJob.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
    [
        new("imports", """
            tenant, id, file_name, profile, dry_run, status, row_count, imported, refused, started_at, ended_at
            """),
    ];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new ImportProjection(parts.Journal, parts.Tables, parts.Exceptions, parts.CachedStates);
}
