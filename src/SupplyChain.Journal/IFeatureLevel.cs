namespace SupplyChain.Journal;

/// <summary>Which events the data may hold; see <see cref="Operations.FeatureLevel"/>.</summary>
public interface IFeatureLevel
{
    /// <summary>The level this node writes by; lower than the database's for a moment after a raise.</summary>
    int Current { get; }

    /// <summary>
    /// Raises the database to a level. A node that runs and cannot read that level prevents it: the level stays, and
    /// the reply names the node. Doing it again changes nothing.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The database could not be asked; the level may have been
    /// raised.</exception>
    Task<Operations.LevelReply> RaiseAsync(int level, CancellationToken cancellationToken = default);
}
