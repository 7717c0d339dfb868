using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>What verifying keeps of the streams of one kind.</summary>
internal interface IStreamFold
{
    /// <summary>Takes in an event of one of them.</summary>
    void Add(JournaledEvent row, object @event);
}
