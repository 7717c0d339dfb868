using System.Globalization;

namespace SupplyChain.Operations;

/// <summary>Something that can be done about an exception at once.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Preview">What that would change, for people; a dry run of the command says it line by line.</param>
[GenerateSerializer, Immutable, Alias("exception-fix")]
public sealed record ExceptionFix([property: Id(0)] FixAction Action, [property: Id(1)] string Preview)
{
    /// <summary>The fix of an exception; null when it has none that is more than its suggestion.</summary>
    internal static ExceptionFix? Of(ExceptionEntry entry) => entry switch
    {
        { Status: not ExceptionStatus.Open } => null,
        { Kind: ExceptionKind.AtRisk or ExceptionKind.Late, Order: { } order, Lines.Count: > 0, Expected: { } expected }
            when expected > entry.Promise => new(
                FixAction.AgreeDate,
                $"Wanted by {Day(expected)} instead of {Day(entry.Promise!.Value)}: {Lines(entry)} of {order}."),
        { Kind: ExceptionKind.Late, Order: { } order, Expected: null } => new(
            FixAction.Resource,
            $"What is reserved for {order} and not released would come from where it arrives sooner, if there is such "
            + "a place."),
        { Kind: ExceptionKind.ReservationDropped, Sku: { } sku } => new(
            FixAction.Receive,
            $"{entry.Units} × {sku} would serve {Lines(entry)}, after those that wait before it."),
        { Kind: ExceptionKind.PinnedUnavailable, Warehouse: { } warehouse } => new(
            FixAction.OpenWarehouse, $"{warehouse} would serve {Lines(entry)} again from what lies there."),
        _ => null,
    };

    private static string Lines(ExceptionEntry entry) => entry.Lines.Count == 1
        ? $"line {entry.Lines[0]}"
        : $"lines {string.Join(", ", entry.Lines)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
