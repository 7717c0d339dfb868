namespace SupplyChain.Orders.Bulk;

/// <summary>What became of one order in a bulk.</summary>
/// <param name="Order">The order as it was seen.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Said">In words.</param>
/// <param name="Code">The refusal's code, where it has one.</param>
/// <param name="Now">The order as it was answered with; null when it was not.</param>
public sealed record OrderResult(
    OrderSummary Order, OrderOutcome Outcome, string Said, string? Code = null, OrderSummary? Now = null);
