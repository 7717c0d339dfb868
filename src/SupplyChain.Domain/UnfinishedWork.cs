namespace SupplyChain;

/// <summary>Recorded with every event: whether its stream still has something to finish, and by whom.</summary>
public enum UnfinishedWork
{
    /// <summary>Everything that was started is finished.</summary>
    None = 0,

    /// <summary>The actor itself is at it; the dispatcher looks after a grace period, in case it died.</summary>
    Own = 1,

    /// <summary>Another actor has to hear of it now.</summary>
    Handover = 2,
}
