namespace SupplyChain.Operations;

/// <summary>What day it is for planners: against it lateness is judged. Deadlines never are.</summary>
public interface IBusinessClock
{
    /// <summary>The present instant of the business.</summary>
    DateTimeOffset Now { get; }
}
