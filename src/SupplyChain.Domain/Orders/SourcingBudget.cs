namespace SupplyChain.Orders;

/// <summary>How much work a plan may take before it is not searched to the end; counted, so always the same.</summary>
internal sealed class SourcingBudget(int steps)
{
    private int _left = steps;

    public bool IsExhausted => _left < 0;

    public void Spend(int steps) => _left = Math.Max(-1, _left - steps);
}
