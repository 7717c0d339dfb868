using SupplyChain.Orders;

namespace ClusterSample;

/// <summary>An order that a customer was told is placed.</summary>
/// <param name="At">When, as a timestamp of the stopwatch.</param>
/// <param name="Order">What was ordered.</param>
internal sealed record Acknowledgement(long At, PlaceOrder Order);
