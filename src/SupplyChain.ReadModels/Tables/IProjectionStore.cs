namespace SupplyChain.Tables;

/// <summary>The read tables as the one who keeps them at the journal's tail sees them.</summary>
internal interface IProjectionStore
{
    /// <summary>How far the tables were when they were looked at last.</summary>
    ProjectionState State { get; }

    /// <summary>Whether they are being built anew, when they were looked at last.</summary>
    RebuildState Rebuild { get; }

    /// <summary>How often they are written while much happens.</summary>
    TimeSpan BusyInterval { get; }

    /// <summary>
    /// Looks at the tables. Returns who is to take the journal further into them; null while another process does that,
    /// and then it is worth asking again soon.
    /// </summary>
    ValueTask<Projector?> LeadAsync(CancellationToken cancellationToken);

    /// <summary>Another process may lead from now on.</summary>
    Task LetGoAsync();

    /// <summary>Something failed: whatever is in doubt is opened anew.</summary>
    void Fail(Exception failure);

    /// <summary>Empties the tables in use.</summary>
    Task StartOverAsync(CancellationToken cancellationToken);

    /// <summary>Has the leading projector build the tables anew; joins the rebuild that runs.</summary>
    /// <returns>The number that <see cref="RebuildState.Done"/> reaches then.</returns>
    Task<long> WantRebuildAsync(CancellationToken cancellationToken);

    /// <summary>Tells that tables that were new show everything.</summary>
    Task TellFilledAsync(CancellationToken cancellationToken);

    /// <summary>The tables beside the ones in use; empty ones at first.</summary>
    Task<Projector> NextAsync(CancellationToken cancellationToken);

    /// <summary>Tells how far they are.</summary>
    Task TellPercentAsync(double percent, CancellationToken cancellationToken);

    /// <summary>
    /// Puts them in the place of the ones in use; false while a reader needs those as they are.
    /// </summary>
    Task<bool> UseNextAsync(CancellationToken cancellationToken);
}
