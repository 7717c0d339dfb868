namespace SupplyChain.Operations;

/// <summary>How much depends on an exception; what a ranking compares.</summary>
/// <param name="Units">Units touched.</param>
/// <param name="Orders">Orders touched.</param>
/// <param name="DaysLate">
/// Whole days behind the promise: until the day it is expected on, while it is open at least until today; 0 when it is
/// not late or nothing is promised.
/// </param>
/// <param name="Score">
/// <paramref name="Units"/> × (6 − priority) × the larger of 1 and <paramref name="DaysLate"/>. What has no order
/// counts with priority 3, a refused row of an import as one unit.
/// </param>
[SchemaName("ExceptionImpact")]
public sealed record ExceptionImpactAnswer(long Units, long Orders, int DaysLate, long Score)
{
    internal static ExceptionImpactAnswer? Of(ExceptionImpact? impact) =>
        impact is null ? null : new(impact.Units, impact.Orders, impact.DaysLate, impact.Score);
}
