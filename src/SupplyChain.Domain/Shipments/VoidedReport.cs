namespace SupplyChain.Shipments;

/// <summary>A milestone that was reported by mistake, when and why it was voided.</summary>
public sealed record VoidedReport(ReportedMilestone Report, DateTimeOffset VoidedAt, string Reason);
