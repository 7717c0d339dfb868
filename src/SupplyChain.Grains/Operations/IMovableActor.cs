using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <summary>An actor that can go on living in another silo.</summary>
public interface IMovableActor
{
    /// <summary>What it is, for example <c>order</c>.</summary>
    string Kind { get; }

    /// <summary>Its activation.</summary>
    IGrainContext Context { get; }

    /// <summary>When it was asked something last, as a timestamp of the cluster's clock.</summary>
    long LastAsked { get; }

    /// <summary>Whether something is being decided or written: it stays until that is done.</summary>
    bool IsBusy { get; }

    /// <summary>How long it stays in memory without being asked, when Orleans does not end it before.</summary>
    TimeSpan MaxIdleAge { get; }
}
