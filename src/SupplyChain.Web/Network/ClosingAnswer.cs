using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>What closing or opening a warehouse moved.</summary>
/// <param name="ResourcedLines">Lines that found other stock.</param>
/// <param name="BackorderedLines">Lines that wait now.</param>
/// <param name="Status">Whether the warehouse is open.</param>
/// <param name="Version">The warehouse's version.</param>
public sealed record ClosingAnswer(int ResourcedLines, int BackorderedLines, WarehouseStatus Status, long Version)
    : PreviewedAnswer, IVersioned
{
    /// <summary>What a closing would do: lines that would wait, and lines of which all would find other
    /// stock.</summary>
    internal static IResult Foreseen(ClosingPreview preview)
    {
        var waiting = preview.Consequences.WouldWait.Select(part => (part.Owner, part.Line)).ToHashSet();
        var moving = preview.Consequences.WouldMove
            .Select(part => ((DemandOwner)part.Order, part.Line)).ToHashSet();
        moving.ExceptWith(waiting);
        return Answers.Preview(
            new ClosingAnswer(moving.Count, waiting.Count, preview.Warehouse.Status, preview.Warehouse.Version),
            preview.Consequences);
    }

    /// <summary>Nothing moves when a warehouse was closed before, or opens.</summary>
    internal static IResult Show(WarehouseReply reply, bool closing) =>
        Answers.Reply(reply, warehouse =>
        {
            var moved = closing && !reply.Replayed ? warehouse.Closing : null;
            return new ClosingAnswer(
                moved?.ResourcedLines ?? 0, moved?.BackorderedLines ?? 0, warehouse.Status, warehouse.Version);
        });
}
