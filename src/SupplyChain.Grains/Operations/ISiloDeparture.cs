namespace SupplyChain.Operations;

/// <summary>Ends the process gently, as a signal to stop would.</summary>
public interface ISiloDeparture
{
    /// <summary>Begins to leave; returns at once.</summary>
    void Begin();
}
