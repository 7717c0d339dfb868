using Microsoft.Data.Sqlite;
using SupplyChain.Operations;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// The feature level of a data directory. One process uses it at a time, so the directory is raised as soon as a newer
/// release opens it; an older one is refused from then on.
/// </summary>
internal sealed class SqliteFeatureLevel : IFeatureLevel
{
    /// <inheritdoc/>
    public int Current => FeatureLevel.Newest;

    /// <inheritdoc/>
    public Task<LevelReply> RaiseAsync(int level, CancellationToken cancellationToken = default) =>
        Task.FromResult(new LevelReply(Current, level > Current ? [$"this node: {Current}"] : []));

    /// <summary>Raises a journal to a release's newest level.</summary>
    /// <exception cref="SchemaRefusedException">It has a higher level already.</exception>
    public static void Open(SqliteConnection connection, int newest)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT level FROM feature_level";
        var level = (long)command.ExecuteScalar()!;
        if (level > newest)
        {
            throw SchemaRefusedException.LevelTooHigh(connection.DataSource, level, newest);
        }
        if (level < newest)
        {
            command.CommandText = "UPDATE feature_level SET level = $newest";
            command.Parameters.AddWithValue("$newest", newest);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }
}
