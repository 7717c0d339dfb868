using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>A milestone that is going to be reported.</summary>
/// <param name="At">When it happens.</param>
/// <param name="Milestone">What is reported then.</param>
internal sealed record PlannedMilestone(DateTimeOffset At, RecordMilestone Milestone);
