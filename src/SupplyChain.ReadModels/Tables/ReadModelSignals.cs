using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>Wakes those in this process who wait for news in the read tables.</summary>
internal sealed class ReadModelSignals
{
    private readonly Lock _lock = new();
    private Position _position;
    private volatile bool _filling;

    /// <summary>Rises with every batch.</summary>
    public ChangeSignal Progress { get; } = new();

    /// <summary>Rises with every batch that left work for another actor.</summary>
    public ChangeSignal Handover { get; } = new();

    /// <summary>Rises with every batch that changed a warehouse.</summary>
    public ChangeSignal Warehouses { get; } = new();

    /// <summary>Whether the tables are new and do not yet show what the journal has.</summary>
    public bool Filling
    {
        get => _filling;
        set => _filling = value;
    }

    /// <summary>The tables show everything up to here.</summary>
    public Position Position
    {
        get
        {
            lock (_lock)
            {
                return _position;
            }
        }
        set
        {
            lock (_lock)
            {
                _position = value;
            }
        }
    }

    /// <summary>Tells of a batch.</summary>
    public void Raise(ProjectedBatch batch)
    {
        Progress.Raise();
        if (batch.Handover)
        {
            Handover.Raise();
        }
        if (batch.Warehouses)
        {
            Warehouses.Raise();
        }
    }
}
